import { isVatIdentifier, vatCountryOf } from "#domain/party";
import type { Examined } from "../examined.ts";
import { countryName, numberIn } from "../localised-values.ts";
import { hitIf, type Hit, type Rule } from "../rule.ts";

const DESTINATION = "deliverTo.address.countryCode";

/** Goods that cross a border: where they go decides on their VAT. */
export const BORDER_RULES: readonly Rule[] = [
  {
    ruleId: "BR-IC-12",
    severity: "error",
    mendAt: "order",
    check: ({ categories, destinationCountry }) =>
      hitIf(categories.has("K") && destinationCountry === "", DESTINATION),
    words: {
      nl: "Deze goederen gaan zonder btw naar een andere lidstaat, maar waarheen is niet bekend. Zonder land van levering moet u btw rekenen. Vul het leveringsadres aan in de bestelling.",
      fr: "Ces biens partent sans TVA vers un autre État membre, mais on ne sait pas lequel. Sans pays de livraison, vous devez compter la TVA. Ajoutez l’adresse de livraison à la commande.",
      de: "Diese Ware geht ohne Umsatzsteuer in einen anderen Mitgliedstaat, aber wohin, ist nicht bekannt. Ohne Lieferland müssen Sie Steuer berechnen. Ergänzen Sie die Lieferadresse in der Bestellung.",
      en: "These goods go without VAT to another member state, but which one is not known. Without a country of delivery you must charge VAT. Add the delivery address to the order.",
    },
  },
  {
    ruleId: "ART-138-1",
    severity: "error",
    mendAt: "order",
    check: ({ categories, destinationCountry, destinationState, sellerState }) =>
      hitIf(
        categories.has("K") &&
          destinationCountry !== "" &&
          (destinationState === "" || destinationState === sellerState),
        DESTINATION,
        { country: countryName(destinationCountry) },
      ),
    words: {
      nl: "Deze factuur noemt een levering naar een andere lidstaat, maar de goederen gaan daar niet heen ({country}). Dan geldt die vrijstelling van btw niet. Verbeter het leveringsadres in de bestelling, of reken btw aan.",
      fr: "Cette facture annonce une livraison dans un autre État membre, mais les biens n’y vont pas ({country}). Cette exonération de TVA ne vaut alors pas. Corrigez l’adresse de livraison de la commande, ou facturez la TVA.",
      de: "Diese Rechnung nennt eine Lieferung in einen anderen Mitgliedstaat, aber die Ware geht nicht dorthin ({country}). Dann gilt diese Steuerbefreiung nicht. Berichtigen Sie die Lieferadresse der Bestellung, oder berechnen Sie Steuer.",
      en: "This invoice speaks of a delivery to another member state, but the goods do not go to one ({country}). Then that exemption from VAT does not hold. Correct the order's delivery address, or charge VAT.",
    },
  },
  {
    ruleId: "BR-IC-11",
    severity: "info",
    mendAt: "order",
    isForDrafts: true,
    check: ({ categories, document: { deliveryDate } }) =>
      hitIf(categories.has("K") && deliveryDate === null, "deliveryDate"),
    words: {
      nl: "De goederen zijn nog niet als verzonden gemeld, dus geldt de factuurdatum als dag van levering. Vertrekken ze op een andere dag, maak de factuur dan pas na de verzending.",
      fr: "Les biens ne sont pas encore signalés comme expédiés : la date de la facture vaut donc date de livraison. S’ils partent un autre jour, ne facturez qu’après l’expédition.",
      de: "Die Ware ist noch nicht als versandt gemeldet, daher gilt das Rechnungsdatum als Liefertag. Geht sie an einem anderen Tag hinaus, stellen Sie die Rechnung erst nach dem Versand aus.",
      en: "The goods are not reported as shipped yet, so the date of the invoice counts as the day of delivery. If they leave on another day, issue the invoice after shipping.",
    },
  },
  {
    ruleId: "ART-146",
    severity: "error",
    mendAt: "order",
    check: exportThatStays,
    words: {
      nl: "Deze factuur noemt een uitvoer, maar de goederen verlaten de Europese Unie niet ({country}). Dan is er btw verschuldigd. Verbeter het leveringsadres in de bestelling, of reken btw aan.",
      fr: "Cette facture annonce une exportation, mais les biens ne quittent pas l’Union européenne ({country}). La TVA est alors due. Corrigez l’adresse de livraison de la commande, ou facturez la TVA.",
      de: "Diese Rechnung nennt eine Ausfuhr, aber die Ware verlässt die Europäische Union nicht ({country}). Dann fällt Umsatzsteuer an. Berichtigen Sie die Lieferadresse der Bestellung, oder berechnen Sie Steuer.",
      en: "This invoice speaks of an export, but the goods do not leave the European Union ({country}). Then VAT is due. Correct the order's delivery address, or charge VAT.",
    },
  },
  {
    ruleId: "ART-146",
    severity: "warning",
    mendAt: "vat",
    check: taxedExport,
    words: {
      nl: "De winkel rekende btw op goederen die de Europese Unie verlaten ({country}), en een btw-nummer van dat land hebt u niet ingesteld. Uitvoer is gewoonlijk zonder btw. Kijk de belastingen voor dat land na in de winkel, of vul uw nummer aan in de btw-instellingen.",
      fr: "La boutique a compté de la TVA sur des biens qui quittent l’Union européenne ({country}), et vous n’avez pas indiqué de numéro de TVA de ce pays. Une exportation est d’ordinaire sans TVA. Vérifiez les taxes de ce pays dans la boutique, ou ajoutez votre numéro dans les réglages de TVA.",
      de: "Der Shop hat Steuer auf Ware berechnet, die die Europäische Union verlässt ({country}), und eine Steuernummer dieses Landes haben Sie nicht angegeben. Ausfuhren sind meist ohne Umsatzsteuer. Prüfen Sie die Steuern dieses Landes im Shop, oder ergänzen Sie Ihre Nummer in den Steuereinstellungen.",
      en: "The shop charged VAT on goods that leave the European Union ({country}), and you have set no VAT number of that country. Exports usually carry no VAT. Check that country's taxes in the shop, or add your number in the VAT settings.",
    },
  },
  {
    ruleId: "DOCKET-TAXED-ACROSS-BORDER",
    severity: "info",
    mendAt: "customer",
    isForDrafts: true,
    check: taxedForForeignBusiness,
    words: {
      nl: "De winkel rekende btw op goederen voor een onderneming in een andere lidstaat ({country}, {number}). Met een geldig btw-nummer mag zo’n levering zonder btw. Wilt u dat, stel de klant dan in de winkel vrij van btw.",
      fr: "La boutique a compté de la TVA sur des biens pour une entreprise d’un autre État membre ({country}, {number}). Avec un numéro valable, cette livraison peut être sans TVA. Si vous le souhaitez, exonérez le client dans la boutique.",
      de: "Der Shop hat Steuer auf Ware für ein Unternehmen in einem anderen Mitgliedstaat berechnet ({country}, {number}). Mit gültiger USt-IdNr. kann sie ohne Steuer geliefert werden. Wünschen Sie das, befreien Sie den Kunden im Shop von der Steuer.",
      en: "The shop charged VAT on goods for a business in another member state ({country}, {number}). With a valid VAT number such a delivery may go without VAT. If you want that, make the customer tax exempt in the shop.",
    },
  },
  {
    ruleId: "DOCKET-TAXED-ACROSS-BORDER",
    severity: "info",
    mendAt: "vat",
    isForDrafts: true,
    check: foreignVatOfNoScheme,
    words: {
      nl: "De winkel rekende {rate} % btw op een verkoop aan een particulier in een andere lidstaat ({country}), en dat is geen tarief van uw land. Btw van een andere lidstaat geeft u aan via het éénloketsysteem (OSS) of met een btw-nummer van dat land, en geen van beide staat in de btw-instellingen. Kies daar wat voor u geldt, of kijk de belastingen na in de winkel.",
      fr: "La boutique a compté {rate} % de TVA sur une vente à un particulier d’un autre État membre ({country}), et ce n’est pas un taux de votre pays. La TVA d’un autre État membre se déclare par le guichet unique (OSS) ou avec un numéro de TVA de ce pays, et ni l’un ni l’autre ne figure dans les réglages de TVA. Choisissez-y ce qui vaut pour vous, ou vérifiez les taxes dans la boutique.",
      de: "Der Shop hat {rate} % Umsatzsteuer auf einen Verkauf an eine Privatperson in einem anderen Mitgliedstaat berechnet ({country}), und das ist kein Steuersatz Ihres Landes. Umsatzsteuer eines anderen Mitgliedstaats melden Sie über die einzige Anlaufstelle (OSS) oder mit einer Steuernummer dieses Landes; in den Steuereinstellungen steht keines von beiden. Wählen Sie dort, was für Sie gilt, oder prüfen Sie die Steuern im Shop.",
      en: "The shop charged {rate} % VAT on a sale to a private person in another member state ({country}), and that is no rate of your country. VAT of another member state is declared through the One-Stop Shop (OSS) or with a VAT number of that country, and neither is in the VAT settings. Choose there what holds for you, or check the taxes in the shop.",
    },
  },
];

function exportThatStays(examined: Examined): readonly Hit[] {
  const { categories, sellerCountry, destinationCountry, sellerState, destinationState } = examined;
  const stays = sellerState === "" ? destinationCountry === sellerCountry : destinationState !== "";
  return hitIf(categories.has("G") && (destinationCountry === "" || stays), DESTINATION, {
    country: countryName(destinationCountry),
  });
}

/** Only an address of delivery says that goods leave; a service may be taxed at home (Art. 45). */
function taxedExport(examined: Examined): readonly Hit[] {
  const { document, categories, sellerState, sellerCountry, destinationState } = examined;
  const to = document.deliverTo?.address.countryCode ?? "";
  const leaves = sellerState !== "" && to !== "" && to !== sellerCountry && destinationState === "";
  const isRegistered = document.seller.vatIdentifier.startsWith(to);
  return hitIf(categories.has("S") && leaves && !isRegistered, DESTINATION, {
    country: countryName(to),
  });
}

function taxedForForeignBusiness(examined: Examined): readonly Hit[] {
  const { document, categories, sellerState, destinationState, buyerVatIdentifier } = examined;
  const isForeignBusiness =
    isVatIdentifier(buyerVatIdentifier) &&
    !["", sellerState].includes(vatCountryOf(buyerVatIdentifier));
  const crosses =
    document.deliverTo !== null &&
    sellerState !== "" &&
    !["", sellerState].includes(destinationState);
  const isRegisteredThere = vatCountryOf(document.seller.vatIdentifier) === destinationState;
  return hitIf(
    categories.has("S") && isForeignBusiness && crosses && !isRegisteredThere,
    "vatBreakdown",
    {
      country: countryName(document.deliverTo?.address.countryCode ?? ""),
      number: buyerVatIdentifier,
    },
  );
}

/** The positive rates of those who sell with Docket most. Nothing is computed from them: they tell home VAT from foreign VAT. */
const HOME_RATES: Readonly<Record<string, readonly string[]>> = {
  BE: ["21", "12", "6"],
  DE: ["19", "7"],
  FR: ["20", "10", "5.5", "2.1"],
  LU: ["17", "14", "8", "3"],
  NL: ["21", "9"],
};

/** `to` and `scheme` are what the merchant's settings said when the document was computed. */
function foreignVatOfNoScheme(examined: Examined): readonly Hit[] {
  const { document, isBusiness, sellerState, destinationState } = examined;
  const rates = HOME_RATES[sellerState];
  const crosses = ["", sellerState].every((state) => state !== destinationState);
  const isRegisteredThere = vatCountryOf(document.seller.vatIdentifier) === destinationState;
  if (rates === undefined || !crosses || isBusiness || isRegisteredThere) return [];
  const foreign = document.vatTrace.find(
    ({ because, vat, facts }) =>
      because === "chargedByShop" &&
      (facts["to"] ?? "") !== "" &&
      facts["scheme"] === undefined &&
      !rates.includes(vat.ratePercent),
  );
  return hitIf(foreign !== undefined, "vatTrace", {
    country: countryName(destinationState),
    rate: numberIn(foreign?.vat.ratePercent ?? "0"),
  });
}
