export { type Address } from "./address.ts";
export { isKvkNumber, isOin, isSiren, isSiret } from "./company-numbers.ts";
export { deriveElectronicAddress } from "./electronic-address.ts";
export { findElectronicAddressFault } from "./electronic-address-fault.ts";
export { emailSchema } from "./email.ts";
export {
  compactIdentifier,
  formatIban,
  isBelgianEnterpriseNumber,
  isBic,
  isIban,
  modulo97,
} from "./identifiers.ts";
export { isLeitwegId } from "./leitweg-id.ts";
export {
  buyerSchema,
  deliverToSchema,
  electronicAddressSchema,
  isSellerComplete,
  sellerSchema,
  vatCheckSchema,
  type ElectronicAddress,
  type Seller,
  type VatCheck,
} from "./party.ts";
export { isRfReference, rfReference } from "./rf-reference.ts";
export {
  isInVies,
  isVatIdentifier,
  normaliseVatIdentifier,
  vatCountryOf,
} from "./vat-identifier.ts";
