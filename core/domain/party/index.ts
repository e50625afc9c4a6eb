export { addressSchema, type Address } from "./address.ts";
export {
  compactIdentifier,
  formatIban,
  isBelgianEnterpriseNumber,
  isBic,
  isIban,
  isVatIdentifier,
  modulo97,
} from "./identifiers.ts";
export {
  buyerSchema,
  deliverToSchema,
  emailSchema,
  sellerSchema,
  type Buyer,
  type DeliverTo,
  type Seller,
} from "./party.ts";
