import { gid } from "../ids.ts";
import { metafieldFields, type Metafields, type Node, type NodeContext } from "./node.ts";
import type { AddressInput } from "./order-input.ts";
import type { CustomerRecord } from "./order-record.ts";

export function addressNode(address: AddressInput | null, id: string): Node | null {
  if (address === null) return null;
  return {
    id,
    firstName: blankToNull(address.firstName),
    lastName: blankToNull(address.lastName),
    name: blankToNull([address.firstName, address.lastName].filter(Boolean).join(" ")),
    company: address.company ?? null,
    address1: address.address1 ?? null,
    address2: address.address2 ?? null,
    zip: address.zip ?? null,
    city: address.city ?? null,
    province: address.province ?? null,
    provinceCode: address.provinceCode ?? null,
    country: address.country,
    countryCode: address.countryCode,
    countryCodeV2: address.countryCode,
    phone: address.phone ?? null,
    formatted: addressLines(address),
    formattedArea: [address.city, address.country].filter(Boolean).join(", "),
    coordinatesValidated: false,
  };
}

export function addressLines(address: AddressInput): string[] {
  const city = [address.zip, address.city].filter(Boolean).join(" ");
  const lines = [address.company, address.address1, address.address2, city, address.country];
  return lines.filter((line): line is string => line !== undefined && line !== "");
}

export function customerName(customer: CustomerRecord): string {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return name === "" ? (customer.email ?? "") : name;
}

function customerNode(
  customer: CustomerRecord,
  shop: {
    readonly metafields: Metafields;
    readonly address: AddressInput | null;
    readonly at: string;
  },
): Node {
  const id = gid("Customer", customer.id);
  return {
    __typename: "Customer",
    id,
    legacyResourceId: String(customer.id),
    firstName: customer.firstName,
    lastName: customer.lastName,
    displayName: customerName(customer),
    email: customer.email,
    defaultEmailAddress:
      customer.email === null
        ? null
        : { emailAddress: customer.email, marketingState: "NOT_SUBSCRIBED", validFormat: true },
    phone: customer.phone ?? null,
    defaultPhoneNumber:
      customer.phone === undefined
        ? null
        : { phoneNumber: customer.phone, marketingState: "NOT_SUBSCRIBED" },
    locale: customer.locale.slice(0, 2),
    state: "DISABLED",
    taxExempt: customer.taxExempt ?? false,
    taxExemptions: [],
    taxSettings: { taxId: customer.taxId ?? null },
    tags: [],
    verifiedEmail: true,
    numberOfOrders: "1",
    defaultAddress: addressNode(shop.address, gid("MailingAddress", customer.id)),
    createdAt: shop.at,
    updatedAt: shop.at,
    ...metafieldFields(id, shop.metafields),
  };
}

/** The customer of an order; null when there is none. */
export function orderCustomerNode({ order, metafields }: NodeContext): Node | null {
  if (order.customer === null) return null;
  return customerNode(order.customer, {
    metafields,
    address: order.billingAddress,
    at: order.createdAt,
  });
}

/** Who bought: a company with its location and contact, or the customer. */
export function purchasingEntity(context: NodeContext, customer: Node | null): Node | null {
  const { company } = context.order;
  if (company === null) return customer;
  const companyNode = {
    id: gid("Company", company.id),
    name: company.name,
    externalId: company.externalId ?? null,
    note: null,
  };
  const address = context.order.billingAddress;
  return {
    __typename: "PurchasingCompany",
    company: companyNode,
    contact:
      customer === null
        ? null
        : {
            id: gid("CompanyContact", company.id),
            isMainContact: true,
            customer,
            company: companyNode,
          },
    location: {
      id: gid("CompanyLocation", company.id),
      name: address?.city ?? company.name,
      company: companyNode,
      currency: context.order.currencies.shop,
      externalId: null,
      taxRegistrationId: company.taxRegistrationId,
      taxSettings: {
        taxRegistrationId: company.taxRegistrationId,
        taxExempt: company.taxExempt ?? false,
        taxExemptions: [],
      },
      billingAddress: companyAddress(address, { name: company.name, id: company.id }),
      shippingAddress: companyAddress(context.order.shippingAddress, {
        name: company.name,
        id: company.id,
      }),
    },
  };
}

function companyAddress(
  address: AddressInput | null,
  company: { readonly name: string; readonly id: number },
): Node | null {
  if (address === null) return null;
  return {
    ...addressNode(address, gid("CompanyAddress", company.id)),
    address1: address.address1 ?? "",
    companyName: company.name,
    recipient: [address.firstName, address.lastName].filter(Boolean).join(" "),
    zoneCode: address.provinceCode ?? null,
    formattedAddress: addressLines(address),
  };
}

function blankToNull(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
