import { expect, it } from "vitest";
import { ruleSetsFor } from "./rule-sets.ts";

const ubl = (root: string, specification: string) =>
  `<?xml version="1.0"?>\n<!-- <Invoice> --><ubl:${root} xmlns:ubl="x"><cbc:CustomizationID>\n urn:cen.eu:en16931:2017${specification}\n</cbc:CustomizationID></ubl:${root}>`;
const cii = (specification: string) =>
  `<rsm:CrossIndustryInvoice><ram:GuidelineSpecifiedDocumentContextParameter>\n<ram:ID>urn:cen.eu:en16931:2017${specification}</ram:ID>`;
const PEPPOL = "#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
const XRECHNUNG = "#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";

it.each([
  [ubl("Invoice", ""), ["EN 16931 for UBL"]],
  [ubl("CreditNote", PEPPOL), ["EN 16931 for UBL", "Peppol BIS Billing"]],
  [ubl("Invoice", XRECHNUNG), ["EN 16931 for UBL", "XRechnung for UBL"]],
  [cii(""), ["EN 16931 for CII", "Factur-X EN 16931"]],
  [cii(XRECHNUNG), ["EN 16931 for CII", "XRechnung for CII"]],
  ["<html><Invoice/></html>", []],
  ["not XML", []],
])("judges %s by its own rules", (xml, ruleSets) => {
  expect(ruleSetsFor(xml)).toEqual(ruleSets);
});
