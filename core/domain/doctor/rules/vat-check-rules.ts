import { compactIdentifier, type VatCheck } from "#domain/party";
import type { Examined } from "../examined.ts";
import { hitIf, type Hit, type Rule } from "../rule.ts";

const FIELD = "buyerVatCheck";

/** What the authority said of the number that stands on the document; an answer about another number is none. */
function stateOf({ document: { buyerVatCheck }, buyerVatIdentifier }: Examined): VatCheck["state"] {
  const isThis =
    buyerVatCheck !== null && compactIdentifier(buyerVatCheck.vatIdentifier) === buyerVatIdentifier;
  return isThis ? buyerVatCheck.state : "unverified";
}

const isAcrossBorders = ({ categories, reasons, buyerVatIdentifier }: Examined): boolean =>
  buyerVatIdentifier !== "" && (categories.has("K") || reasons.has("reverseCharge"));

const hitOn = (examined: Examined, isBroken: boolean): readonly Hit[] =>
  hitIf(isBroken, FIELD, { number: examined.buyerVatIdentifier });

/** A sale without VAT to another member state rests on a number that VIES, the register of the member states, knows. */
export const VAT_CHECK_RULES: readonly Rule[] = [
  {
    ruleId: "ART-138-1-B",
    severity: "error",
    mendAt: "order",
    check: (examined) =>
      hitOn(examined, examined.categories.has("K") && stateOf(examined) === "invalid"),
    words: {
      nl: "Het btw-nummer {number} van de klant staat niet in VIES, het Europese register. Dan mogen de goederen niet zonder btw geleverd worden. Vraag een geldig nummer en verbeter het in de bestelling, of reken btw aan.",
      fr: "Le numéro de TVA {number} du client n’est pas dans VIES, le registre européen. Les biens ne peuvent alors pas être livrés sans TVA. Demandez un numéro valable et corrigez-le dans la commande, ou facturez la TVA.",
      de: "Die USt-IdNr. {number} des Kunden steht nicht in VIES, dem europäischen Register. Dann darf die Ware nicht ohne Umsatzsteuer geliefert werden. Fragen Sie nach einer gültigen Nummer und berichtigen Sie sie in der Bestellung, oder berechnen Sie Steuer.",
      en: "The customer's VAT number {number} is not in VIES, the European register. Then the goods must not go without VAT. Ask for a valid number and correct it in the order, or charge VAT.",
    },
  },
  {
    ruleId: "ART-196",
    severity: "warning",
    mendAt: "order",
    check: (examined) =>
      hitOn(
        examined,
        isAcrossBorders(examined) &&
          !examined.categories.has("K") &&
          stateOf(examined) === "invalid",
      ),
    words: {
      nl: "Het btw-nummer {number} van de klant staat niet in VIES, het Europese register. Wie geen geldig nummer heeft, is misschien geen onderneming, en dan is er wel btw. Vraag een geldig nummer.",
      fr: "Le numéro de TVA {number} du client n’est pas dans VIES, le registre européen. Sans numéro valable, le client n’est peut-être pas une entreprise, et la TVA serait due. Demandez un numéro valable.",
      de: "Die USt-IdNr. {number} des Kunden steht nicht in VIES, dem europäischen Register. Ohne gültige Nummer ist der Kunde vielleicht kein Unternehmen, und dann fällt Steuer an. Fragen Sie nach einer gültigen Nummer.",
      en: "The customer's VAT number {number} is not in VIES, the European register. Without a valid number the customer may be no business, and then VAT is due. Ask for a valid number.",
    },
  },
  {
    ruleId: "DOCKET-VIES",
    severity: "warning",
    mendAt: "order",
    check: (examined) =>
      hitOn(examined, isAcrossBorders(examined) && stateOf(examined) === "unverified"),
    words: {
      nl: "Het btw-nummer {number} is nog niet bevestigd door VIES, het Europese register. Zonder die bevestiging kan de fiscus alsnog btw vragen. Docket vraagt het opnieuw; wacht met de factuur als u zeker wilt zijn.",
      fr: "Le numéro de TVA {number} n’est pas encore confirmé par VIES, le registre européen. Sans cette confirmation, le fisc pourrait réclamer la TVA. Docket redemande ; attendez avant de facturer si vous voulez être sûr.",
      de: "Die USt-IdNr. {number} ist noch nicht von VIES, dem europäischen Register, bestätigt. Ohne diese Bestätigung könnte das Finanzamt die Steuer nachfordern. Docket fragt erneut; warten Sie mit der Rechnung, wenn Sie sicher sein wollen.",
      en: "The VAT number {number} is not yet confirmed by VIES, the European register. Without that the tax office may still ask for the VAT. Docket asks again; wait with the invoice if you want to be sure.",
    },
  },
];
