export { type Address } from "./address.ts";
export {
  compactIdentifier,
  formatIban,
  isBelgianEnterpriseNumber,
  isVatIdentifier,
  modulo97,
} from "./identifiers.ts";
export {
  buyerSchema,
  deliverToSchema,
  emailSchema,
  isSellerComplete,
  sellerSchema,
  type Seller,
} from "./party.ts";
