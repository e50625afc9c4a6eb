import { describe, expect, it } from "vitest";
import { deriveElectronicAddress, findElectronicAddressFault } from "./index.ts";

const faultOf = (scheme: string, value: string) => findElectronicAddressFault({ scheme, value });

describe("an electronic address", () => {
  it.each([
    ["0208", "0417497106"],
    ["9925", "BE0417497106"],
    ["0088", "5412345000013"],
    ["0060", "123456789"],
    ["0106", "72345678"],
    ["0190", "00000001820029336000"],
    ["0002", "732829320"],
    ["0009", "73282932000074"],
    ["0204", "991-33333TEST-33"],
    ["0007", "5562000777"],
    ["0184", "10503280"],
    ["0192", "995525828"],
    ["0216", "003702459042"],
    ["0216", "003702459042OVT1"],
    ["9927", "CHE107787577"],
    ["9930", "DE136695976"],
    ["9933", "094279805"],
    ["9934", "33392005961"],
    ["9944", "NL004495445B01"],
    ["0151", "whatever-1:2"], // a list that is not known here
  ])("%s:%s is accepted", (scheme, value) => {
    expect(faultOf(scheme, value)).toBeUndefined();
  });

  it.each([
    ["0208", "0417497107", "ten digits"],
    ["0208", "BE0417497106", "ten digits"],
    ["9925", "0417497106", "begins with BE"],
    ["0088", "5412345000014", "GLN"],
    ["0088", "541234500001", "GLN"],
    ["0106", "7234567", "eight digits"],
    ["0106", "7234567A", "eight digits"],
    ["0190", "1820029336000", "twenty digits"],
    ["0002", "732829321", "SIREN"],
    ["0009", "73282932000075", "SIRET"],
    ["0204", "hello", "Leitweg-ID"],
    ["0007", "5562000778", "ten digits"],
    ["0184", "10503281", "CVR"],
    ["0192", "995525829", "nine digits"],
    ["0216", "02459042", "0037"],
    ["9927", "CHE107787578", "CHE"],
    ["9930", "DE136695977", "begins with DE"],
    ["9930", "FR40303265045", "begins with DE"],
    ["9944", "NL004495445", "begins with NL"],
    ["0151", "two words", "without spaces"],
    ["0208", "0417 497 106", "without spaces"],
    ["0151", "<script>", "without spaces"],
  ])("%s:%s is refused: %s", (scheme, value, words) => {
    expect(faultOf(scheme, value)).toContain(words);
  });

  it("that is derived is accepted", () => {
    const vatIdentifiers =
      "ATU14243102 BE0417497106 CY10246672X DE136695976 EL094279805 FI02459042 GB980780684 LU15027442 SE556200077701";
    for (const vatIdentifier of vatIdentifiers.split(" ")) {
      const derived = deriveElectronicAddress({
        vatIdentifier,
        enterpriseNumber: "",
        countryCode: "",
      });
      expect(derived && findElectronicAddressFault(derived)).toBeUndefined();
      expect(derived).not.toBeNull();
    }
  });
});
