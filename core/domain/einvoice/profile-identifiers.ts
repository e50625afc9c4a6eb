import type { EInvoiceProfile } from "./e-invoice.ts";

const CORE = "urn:cen.eu:en16931:2017";

const SPECIFICATIONS: Readonly<Record<EInvoiceProfile, string>> = {
  core: CORE,
  peppol: `${CORE}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0`, // Peppol R004
  xrechnung: `${CORE}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`, // BR-DE-21
};

/** BT-24. */
export const specification = (profile: EInvoiceProfile): string => SPECIFICATIONS[profile];

/** BT-23, which Peppol and XRechnung ask for (R001, R007). */
export const businessProcess = (profile: EInvoiceProfile): string =>
  profile === "core" ? "" : "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
