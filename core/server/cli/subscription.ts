import { randomUUID } from "node:crypto";
import { z } from "zod";
import { billingLedger } from "#adapters/storage/prisma";
import {
  BILLING_INTERVALS,
  PLAN_IDS,
  isEntitling,
  planInForce,
  planOf,
  priceUsd,
  stateAt,
  usagePeriodOf,
  type BillingInterval,
  type PlanId,
} from "#domain/billing";
import { cancelSubscription, syncSubscriptions, type BillingLedger } from "#domain/workflows";
import { assemble } from "../wiring/assemble.ts";
import { readEnvironment } from "../wiring/environment.ts";
import { readOptions, Refusal, required } from "./refusal.ts";

type Parts = Awaited<ReturnType<typeof assemble>>;
type Merchant = Awaited<ReturnType<BillingLedger["listMerchants"]>>[number];

const OPTIONS = ["shop", "plan", "interval", "until"] as const;
type Options = { readonly [Name in (typeof OPTIONS)[number]]?: string };

/** What the operator does about how merchants pay: `subscription list | show | grant | end`. */
export async function subscription([action = "", ...args]: string[]): Promise<number> {
  const run = ACTIONS[action];
  if (run === undefined) {
    throw new Refusal(
      "subscription: expected list, show, grant or end; see npm run docket -- help",
    );
  }
  const options = readOptions(args, OPTIONS);
  const parts = await assemble(readEnvironment(process.env), { owns: false });
  try {
    await run(options, parts);
    return 0;
  } finally {
    await parts.close();
  }
}

const ACTIONS: Readonly<Record<string, (options: Options, parts: Parts) => Promise<void>>> = {
  list,
  show,
  grant,
  end,
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const now = (): string => new Date().toISOString();
const listMerchants = ({ database }: Parts): Promise<readonly Merchant[]> =>
  billingLedger(database).listMerchants(usagePeriodOf(now()));

async function list(_options: Options, parts: Parts): Promise<void> {
  const merchants = await listMerchants(parts);
  if (merchants.length === 0) print("There are no merchants yet.");
  for (const merchant of merchants) print(inOneLine(merchant));
}

function inOneLine({ shops, account, issued }: Merchant): string {
  const { plan, state, subscription: inForce } = planInForce(account, now());
  const names = shops.map(({ domain }) => domain).join(", ");
  const until = inForce?.endsAt ? ` until ${inForce.endsAt.slice(0, 10)}` : "";
  const biller = inForce === undefined ? "" : `, billed by ${inForce.channel}`;
  const wish = account.request === null ? "" : `, asks for ${wishOf(account.request)}`;
  return `${names}: ${plan.name} (${state}${until})${biller}, ${issued} documents this month${wish}`;
}

const wishOf = ({ planId, interval }: { readonly planId: PlanId; readonly interval: string }) =>
  `direct ${planOf(planId).name}, ${interval}`;

async function show(options: Options, parts: Parts): Promise<void> {
  const merchant = await findMerchant(options, parts);
  print(inOneLine(merchant));
  for (const each of merchant.account.subscriptions) {
    const ending = each.endsAt === null ? "renewed" : `ends ${each.endsAt}`;
    print(
      `  ${each.channel} ${each.planId} ${each.interval} ${each.priceUsd} USD, ${each.status}, from ${each.startedAt}, ${ending}`,
    );
  }
  const changes = await parts.context.merchantPorts(merchant.merchantId).billing.listChanges();
  for (const { at, type, channel, from, to } of changes) {
    print(`  ${at} ${type} (${channel}): ${from.planId} ${from.state} -> ${to.planId} ${to.state}`);
  }
}

/** Settles a merchant's wish, or gives a subscription that was agreed otherwise. A second grant moves the end of the first. */
async function grant(options: Options, parts: Parts): Promise<void> {
  const merchant = await asBilledNow(await findMerchant(options, parts), parts);
  const planId = oneOf(PLAN_IDS, required(options.plan, "plan"), "plan");
  if (planId === "free") throw new Refusal("--plan free: nobody needs that; see subscription end");
  const interval = oneOf(BILLING_INTERVALS, options.interval ?? "monthly", "interval");
  const endsAt = readDay(required(options.until, "until"));
  if (endsAt <= now()) throw new Refusal(`--until ${options.until ?? ""}: that day is over`);
  refuseDoubleCharge(merchant);
  const running = merchant.account.subscriptions.find(
    (each) => each.channel === "direct" && (each.endsAt ?? "") > now(),
  );
  const { billing } = parts.context.merchantPorts(merchant.merchantId);
  const account = await billing.applyEvent({
    type: "granted",
    at: now(),
    grant: {
      externalId: running?.externalId ?? merchant.account.request?.requestId ?? randomUUID(),
      planId,
      interval,
      priceUsd: priceUsd(planOf(planId), interval),
      endsAt,
    },
  });
  print(inOneLine({ ...merchant, account }));
}

/** A direct subscription beside one that another biller renews would be paid twice. */
function refuseDoubleCharge({ account }: Merchant): void {
  const renewed = findRenewed(account);
  if (renewed === undefined) return;
  throw new Refusal(
    `The merchant has a ${renewed.channel} subscription that is renewed. End it first (subscription end): it stays until ${renewed.paidUntil?.slice(0, 10) ?? "its end"}, and a grant then follows it.`,
    3,
  );
}

/** What another biller goes on billing. */
const findRenewed = ({ subscriptions }: Merchant["account"]) =>
  subscriptions.find(
    (each) =>
      each.channel !== "direct" &&
      each.planId !== "free" &&
      each.endsAt === null &&
      (isEntitling(stateAt(each, now())) || each.status === "frozen"),
  );

/** The merchant with what the biller says now, for a shop that can be asked. */
async function asBilledNow(merchant: Merchant, parts: Parts): Promise<Merchant> {
  const shop = merchant.shops.find(({ isConnected }) => isConnected);
  if (shop === undefined) return merchant;
  const synced = await syncSubscriptions(parts.context.deskPorts(shop));
  if (synced.ok) return { ...merchant, account: synced.value };
  process.stderr.write(
    `${shop.domain}: ${synced.problem.message} What follows goes by what was read last.\n`,
  );
  return merchant;
}

/** Ends what another biller renews, through that one; else a direct subscription, on `--until` or now. */
async function end(options: Options, parts: Parts): Promise<void> {
  const merchant = await findMerchant(options, parts);
  const { subscription: inForce } = planInForce(merchant.account, now());
  const shop = merchant.shops.find(({ isConnected }) => isConnected);
  if (findRenewed(merchant.account) === undefined) {
    if (inForce?.channel !== "direct") {
      throw new Refusal("The merchant has no subscription to end.", 3);
    }
    const endsAt = options.until === undefined ? now() : readDay(options.until);
    const { billing } = parts.context.merchantPorts(merchant.merchantId);
    const { externalId } = inForce;
    const account = await billing.applyEvent({ type: "ended", externalId, endsAt });
    print(inOneLine({ ...merchant, account }));
    return;
  }
  if (shop === undefined) throw new Refusal("No shop of the merchant is connected.", 3);
  const ended = await cancelSubscription(parts.context.deskPorts(shop));
  if (!ended.ok) throw new Refusal(ended.problem.message, 3);
  print(inOneLine({ ...merchant, account: ended.value }));
}

async function findMerchant({ shop }: Options, parts: Parts): Promise<Merchant> {
  const domain = required(shop, "shop");
  const merchants = await listMerchants(parts);
  const merchant = merchants.find(({ shops }) => shops.some((each) => each.domain === domain));
  if (merchant !== undefined) return merchant;
  const known = merchants.flatMap(({ shops }) => shops.map((each) => each.domain));
  throw new Refusal(`--shop ${domain}: there is no such shop; there are: ${known.join(", ")}`);
}

function oneOf<Value extends PlanId | BillingInterval>(
  values: readonly Value[],
  text: string,
  option: string,
): Value {
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  throw new Refusal(`--${option} ${text}: expected one of ${values.join(", ")}`);
}

/** The end of a day (UTC), as an instant. */
function readDay(text: string): string {
  if (!z.iso.date().safeParse(text).success) {
    throw new Refusal(`--until ${text}: expected a date such as 2027-01-31`);
  }
  return `${text}T23:59:59.999Z`;
}
