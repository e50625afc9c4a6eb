import { expect, it } from "vitest";
import { locateRules } from "./locate-rules.ts";

it("looks where the environment says, and tells what is not there", () => {
  const rules = locateRules({
    EN16931_RULES: "/nowhere/en",
    PEPPOL_RULES: "/nowhere/phive",
    SAXON_JAR: "/nowhere/saxon.jar",
  });
  const missing = rules.findMissing(["EN 16931 for CII", "Peppol BIS Billing"]);
  expect(missing.filter((each) => each !== "java")).toEqual([
    "/nowhere/saxon.jar",
    "/nowhere/en/cii/xslt/EN16931-CII-validation.xslt",
    "/nowhere/phive/phive-rules-peppol/src/main/resources/external/schematron/openpeppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt",
  ]);
});

it("looks in the home folder when the environment says nothing", () => {
  expect(locateRules({}).files["EN 16931 for UBL"]).toMatch(
    /\.cache\/docket\/rules\/en16931\/ubl\/xslt\/EN16931-UBL-validation\.xslt$/,
  );
});
