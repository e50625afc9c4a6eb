import type { VatSettings } from "#domain/merchant";
import { decimal, decimalText, money, sumOf, toDecimal, type Decimal } from "#domain/money";
import type { NormalisedOrder, OrderCharge, OrderLine, OrderTax } from "#domain/order";
import { vatCountryOf, type Address, type Seller } from "#domain/party";
import { memberStateOf, vatAreaOf, type ExemptionReason, type VatTreatment } from "#domain/tax";
import type { VatTrace } from "./document.ts";

/** How a line or charge is taxed, and why. */
export interface VatDecision extends Pick<VatTrace, "because" | "facts"> {
  readonly vat: VatTreatment;
}

export interface VatDecisions {
  /** One per line, in the order of the lines. */
  readonly lines: readonly VatDecision[];
  readonly charges: readonly VatDecision[];
}

interface Parties {
  readonly seller: Seller;
  readonly vat: VatSettings;
}

/**
 * The treatment of every line and charge. What the shop taxed is taxed at the shop's rate. Why something is not taxed follows from
 * what was sold, to whom and where to; what does not follow is `undecided`, and the doctor asks the merchant.
 */
export function decideVat(order: NormalisedOrder, parties: Parties): VatDecisions {
  const facts = placesOf(order, parties.seller);
  const scheme = schemeFacts(order, parties);
  const rate = (part: OrderLine | OrderCharge, amount: Decimal): VatDecision | undefined => {
    const decision = chargedRate(amount, part.taxes, order);
    return decision && { ...decision, facts: { ...decision.facts, ...scheme } };
  };
  const lines = order.lines.map(
    (line) => rate(line, lineAmount(line)) ?? decideUntaxedLine(line, facts, parties.vat),
  );
  const charges = order.charges.map(
    (charge) =>
      rate(charge, decimal(charge.amount)) ?? decideUntaxedCharge(charge, facts, parties.vat),
  );
  const settled = { lines: followGoods(lines, order), charges };
  const main = mainDecision(settled.lines, order);
  const hasTaxedGoods = settled.lines.some((line) => line.vat.category === "S");
  return withoutMixedScope({
    lines: settled.lines,
    charges: charges.map((decision, index) =>
      followMain(decision, order.charges[index], { main, hasTaxedGoods, vat: parties.vat }),
    ),
  });
}

/** What the merchant's settings say of a sale that was taxed: `scheme` is `oss` or `smallBusiness`. */
function schemeFacts(order: NormalisedOrder, { seller, vat }: Parties): Record<string, string> {
  if (vat.isSmallBusiness) return { scheme: "smallBusiness" };
  const to = taxedCountry(order, seller);
  if (to === "") return {};
  return isOssSale(order, vat) ? { to, scheme: "oss" } : { to };
}

/** Where the goods go, when that is another country than the seller's; "" at home. */
export function taxedCountry({ deliverTo, buyer }: NormalisedOrder, { address }: Seller): string {
  const destination = deliverTo?.address ?? buyer.address;
  if (destination === null) return "";
  const country = memberStateOf(destination) || destination.countryCode;
  return vatAreaOf(country) === vatAreaOf(address.countryCode) ? "" : country;
}

/** The One-Stop Shop is for consumers, under the seller's own number (Art. 369a). */
export const isOssSale = ({ buyer }: NormalisedOrder, { usesOss }: VatSettings): boolean =>
  usesOss && vatCountryOf(buyer.vatIdentifier) === "";

export const lineAmount = (line: OrderLine): Decimal =>
  decimal(line.unitPrice)
    .times(line.quantity)
    .minus(sumOf(line.allowances.map(({ amount }) => decimal(amount))));

/**
 * The rate that the shop charged; undefined when it charged none. A tax that brought nothing on an amount large enough to bear
 * some was waived and does not count.
 */
function chargedRate(
  amount: Decimal,
  taxes: readonly OrderTax[],
  { currency }: NormalisedOrder,
): VatDecision | undefined {
  const borne = taxes.filter(({ ratePercent, amount: tax }) => {
    const rate = decimal(ratePercent);
    const expected = amount.times(rate).div(rate.plus(100)).abs();
    const oneUnit = toDecimal(money(1n, currency));
    return rate.gt(0) && (!decimal(tax).eq(0) || expected.lt(oneUnit));
  });
  const ratePercent = decimalText(sumOf(borne.map((tax) => decimal(tax.ratePercent))));
  if (ratePercent === "0") return undefined;
  const title = borne.map((tax) => tax.title).join(" + ");
  return {
    vat: { category: "S", ratePercent },
    because: "chargedByShop",
    facts: { ratePercent, title },
  };
}

/** What the parties and the destination say, for all parts alike. Countries are VAT territories; "" is outside the Union or unknown. */
interface Places {
  readonly home: Address;
  readonly destination: Address | null;
  readonly buyerAddress: Address | null;
  readonly vatIdentifier: string;
  /** The buyer is a business of another member state than the seller's. */
  readonly isForeignBusiness: boolean;
}

function placesOf({ buyer, deliverTo }: NormalisedOrder, seller: Seller): Places {
  const { vatIdentifier } = buyer;
  const vatCountry = vatCountryOf(vatIdentifier);
  return {
    home: seller.address,
    destination: deliverTo?.address ?? null,
    buyerAddress: buyer.address ?? deliverTo?.address ?? null,
    vatIdentifier,
    isForeignBusiness: vatCountry !== "" && vatCountry !== memberStateOf(seller.address),
  };
}

function decideUntaxedLine(line: OrderLine, places: Places, vat: VatSettings): VatDecision {
  if (line.isGiftCard) return untaxed("O", "voucher", { because: "voucher" });
  if (lineAmount(line).eq(0)) return nothingCharged();
  const decided = line.requiresShipping ? decideGoods(places) : decideService(places);
  if (!vat.isSmallBusiness && decided !== undefined) return decided;
  return decideByMerchant(line.taxes, places, vat);
}

/** Shipping and fees are settled with the goods, by `followMain`. */
function decideUntaxedCharge(charge: OrderCharge, places: Places, vat: VatSettings): VatDecision {
  if (decimal(charge.amount).eq(0)) return nothingCharged();
  if (charge.type === "tip") return untaxed("O", "tip", { because: "tip" });
  if (charge.type === "duty") return untaxed("O", "duty", { because: "duty" });
  return decideByMerchant(charge.taxes, places, vat);
}

/** Goods follow where they go; what is fetched at the seller's goes nowhere: out of the Union (Art. 146), or to a business in another member state (Art. 138). */
function decideGoods(places: Places): VatDecision | undefined {
  const { home, destination, isForeignBusiness, vatIdentifier } = places;
  if (destination === null || destination.countryCode === "" || home.countryCode === "")
    return undefined;
  const facts = { from: home.countryCode, to: destination.countryCode };
  const from = memberStateOf(home);
  const to = memberStateOf(destination);
  const isSoldAtHome = isMemberState(from)
    ? to === from
    : vatAreaOf(home.countryCode) === vatAreaOf(destination.countryCode);
  if (isSoldAtHome) return undefined;
  if (from === "" || to === "")
    return untaxed("G", "export", { because: "goodsLeavingTheUnion", facts });
  if (!isForeignBusiness) return undefined;
  const because = "goodsToBusinessInOtherMemberState";
  return untaxed("K", "intraCommunity", { because, facts: { ...facts, vatIdentifier } });
}

/** Northern Ireland is inside the Union for goods alone, and at home in the United Kingdom. */
const isMemberState = (territory: string): boolean => territory !== "" && territory !== "XI";

/** A service follows its buyer: taxed where the buyer is (Art. 44, 59), by the buyer in another member state (Art. 196). */
function decideService(places: Places): VatDecision | undefined {
  const { home, buyerAddress, isForeignBusiness, vatIdentifier } = places;
  const from = memberStateOf(home);
  if (buyerAddress === null || buyerAddress.countryCode === "" || !isMemberState(from))
    return undefined;
  const facts = { from: home.countryCode, to: buyerAddress.countryCode };
  const to = memberStateOf(buyerAddress);
  if (!isMemberState(to))
    return untaxed("O", "foreignService", { because: "serviceOutsideTheUnion", facts });
  const isOfUnion = vatCountryOf(vatIdentifier) !== "XI";
  if (to === from || !isForeignBusiness || !isOfUnion) return undefined;
  const because = "serviceToBusinessInOtherMemberState";
  return untaxed("AE", "reverseCharge", { because, facts: { ...facts, vatIdentifier } });
}

/** What neither goods nor places explain: the merchant's own scheme, a 0 % rate of the shop, or the rule that the merchant named. */
function decideByMerchant(
  taxes: readonly OrderTax[],
  { vatIdentifier }: Places,
  { isSmallBusiness, untaxedSales, untaxedSalesRule }: VatSettings,
): VatDecision {
  if (isSmallBusiness) return untaxed("E", "smallBusiness", { because: "smallBusiness" });
  if (taxes.some(({ ratePercent }) => decimal(ratePercent).eq(0)))
    return { vat: ZERO_RATED, because: "zeroRateCharged", facts: {} };
  const byRule = { because: "merchantsRule", facts: { rule: untaxedSalesRule } } as const;
  if (untaxedSales === "exempt") return untaxed("E", "exempt", byRule);
  if (untaxedSales === "reverseCharge" && vatIdentifier !== "")
    return untaxed("AE", "domesticReverseCharge", {
      ...byRule,
      facts: { ...byRule.facts, vatIdentifier },
    });
  return untaxed("E", "undecided", { because: "undecided" });
}

/** A free line is taxed like what it comes with. */
function followGoods(
  decisions: readonly VatDecision[],
  order: NormalisedOrder,
): readonly VatDecision[] {
  const main = mainDecision(decisions, order);
  return decisions.map((decision) =>
    decision.because === "nothingCharged" && main !== undefined
      ? { vat: main.vat, because: "followsGoods", facts: main.facts }
      : decision,
  );
}

/** Untaxed shipping and fees are accessory to what is sold, if that is untaxed too (CJEU C-349/96). */
function followMain(
  decision: VatDecision,
  charge: OrderCharge | undefined,
  {
    main,
    hasTaxedGoods,
    vat,
  }: {
    readonly main: VatDecision | undefined;
    readonly hasTaxedGoods: boolean;
    readonly vat: VatSettings;
  },
): VatDecision {
  const isAccessory = charge?.type === "shipping" || charge?.type === "fee";
  const isFree = decision.because === "nothingCharged";
  const isOpen = isFree || decision.vat.category !== "S";
  if (!isAccessory || !isOpen || main === undefined || vat.isSmallBusiness) return decision;
  if (!isFree && hasTaxedGoods) return decision; // the shop did not tax it: that is not for us to mend
  return { vat: main.vat, because: "followsGoods", facts: main.facts };
}

/** Of the lines that cost something: that of the dearest, a voucher's only where there is nothing else. */
function mainDecision(
  decisions: readonly VatDecision[],
  { lines }: NormalisedOrder,
): VatDecision | undefined {
  const amounts = lines.map((line) => lineAmount(line).abs());
  const dearestFirst = decisions
    .map((decision, index) => ({ decision, amount: amounts[index] ?? decimal("0") }))
    .filter(({ decision }) => decision.because !== "nothingCharged")
    .toSorted((a, b) => b.amount.cmp(a.amount))
    .map(({ decision }) => decision);
  return dearestFirst.find(({ because }) => because !== "voucher") ?? dearestFirst[0];
}

/** Outside the scope never stands beside another category (BR-O-11 to BR-O-14), so it is exempt there, in the same words. */
function withoutMixedScope({ lines, charges }: VatDecisions): VatDecisions {
  const isMixed = [...lines, ...charges].some(({ vat }) => vat.category !== "O");
  if (!isMixed) return { lines, charges };
  return { lines: lines.map(asExempt), charges: charges.map(asExempt) };
}

const asExempt = (decision: VatDecision): VatDecision =>
  decision.vat.category === "O"
    ? { ...decision, vat: { ...decision.vat, category: "E" } }
    : decision;

const ZERO_RATED: VatTreatment = { category: "Z", ratePercent: "0" };

const nothingCharged = (): VatDecision => ({
  vat: ZERO_RATED,
  because: "nothingCharged",
  facts: {},
});

const untaxed = (
  category: "E" | "AE" | "K" | "G" | "O",
  exemptionReason: ExemptionReason,
  {
    because,
    facts = {},
  }: {
    readonly because: VatDecision["because"];
    readonly facts?: Readonly<Record<string, string>>;
  },
): VatDecision => ({ vat: { category, ratePercent: "0", exemptionReason }, because, facts });
