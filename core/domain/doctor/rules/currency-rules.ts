import { decimal, minorDigits } from "#domain/money";
import { vatCurrencyOf } from "#domain/tax";
import type { Examined } from "../examined.ts";
import { hitIf, type Hit, type Rule } from "../rule.ts";

/** What another currency than the seller's own asks for. */
export const CURRENCY_RULES: readonly Rule[] = [
  {
    ruleId: "ART-230",
    severity: "warning",
    mendAt: "order",
    check: vatInForeignCurrency,
    words: {
      nl: "De bestelling is in {currency}, en de wisselkoers is niet bekend. De btw moet ook in {own} op de factuur staan. Schakel in de winkel in dat bestellingen ook in {own} worden bijgehouden.",
      fr: "La commande est en {currency}, et le taux de change n’est pas connu. La TVA doit figurer aussi en {own} sur la facture. Faites en sorte que la boutique tienne aussi les commandes en {own}.",
      de: "Die Bestellung ist in {currency}, und der Wechselkurs ist nicht bekannt. Die Steuer muss auch in {own} auf der Rechnung stehen. Lassen Sie den Shop Bestellungen auch in {own} führen.",
      en: "The order is in {currency}, and the exchange rate is not known. The VAT must stand on the invoice in {own} as well. Let the shop keep its orders in {own} too.",
    },
  },
  {
    ruleId: "BR-DEC-14",
    severity: "warning",
    mendAt: null,
    check: ({ document: { currency } }) =>
      hitIf(minorDigits(currency) > 2, "currency", { currency }),
    words: {
      nl: "Bedragen in {currency} hebben drie decimalen, en de Europese norm voor e-facturen laat er twee toe. Deze factuur bestaat dus alleen als PDF. U hoeft niets te doen.",
      fr: "Les montants en {currency} ont trois décimales, et la norme européenne des factures électroniques en admet deux. Cette facture n’existe donc qu’en PDF. Vous n’avez rien à faire.",
      de: "Beträge in {currency} haben drei Dezimalstellen, und die europäische Norm für E-Rechnungen lässt zwei zu. Diese Rechnung gibt es daher nur als PDF. Sie müssen nichts tun.",
      en: "Amounts in {currency} have three decimals, and the European standard for e-invoices allows two. So this invoice exists as a PDF only. You need not do anything.",
    },
  },
];

/** Art. 230. The VAT of the seller's country is declared in that country's currency. */
function vatInForeignCurrency({ document, sellerCountry }: Examined): readonly Hit[] {
  const { currency, vatInOwnCurrency, totals } = document;
  const own = vatCurrencyOf(sellerCountry);
  const isForeign = own !== "" && own !== currency && !decimal(totals.vatTotal).eq(0);
  return hitIf(isForeign && vatInOwnCurrency?.currency !== own, "vatInOwnCurrency", {
    currency,
    own,
  });
}
