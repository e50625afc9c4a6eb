import { randomUUID } from "node:crypto";
import type pg from "pg";
import {
  extraPriceUsd,
  hasRoom,
  percentsPassed,
  usagePeriodOf,
  type WarnedPercent,
} from "#domain/billing";
import { AllowanceReached, type Cause, type IssueRequest } from "#domain/workflows";
import type { StoreScope } from "./scope.ts";

/** How many documents the merchant issued in the months that a batch is about. */
export interface Usage {
  /** Throws `AllowanceReached` when the month is full. */
  check(request: IssueRequest): void;
  add(request: IssueRequest): void;
  /** Writes counts, charges and warnings, with the jobs of these. `idOf` the stored documents: a draft keeps its own. */
  save(idOf: (cause: Cause) => string): Promise<void>;
}

interface Charge {
  readonly chargeId: string;
  readonly cause: Cause;
  readonly amountUsd: string;
}
interface Warning {
  readonly period: string;
  readonly percent: WarnedPercent;
  readonly included: number;
}

const LOCK = `
  SELECT "period", "issued" FROM "Usage" WHERE "merchantId" = $1 AND "period" = ANY($2) ORDER BY "period" FOR UPDATE`;
const CREATE = `
  INSERT INTO "Usage" ("merchantId", "period", "issued")
  SELECT $1, "period", 0 FROM unnest($2::text[]) AS "period" ORDER BY "period" ON CONFLICT DO NOTHING`;

/** Holds the merchant's counts until the transaction ends. Called when journal and orders are locked. */
export async function lockUsage(
  client: pg.PoolClient,
  { merchantId, queue }: StoreScope,
  requests: readonly IssueRequest[],
): Promise<Usage> {
  const periods = [...new Set(requests.map(({ today }) => usagePeriodOf(today)))].toSorted();
  const issued = await lockCounts(client, merchantId, periods);
  const charges: Charge[] = [];
  const warnings: Warning[] = [];
  return {
    check: ({ today, allowance }) => {
      if (!hasRoom(allowance, issued.get(usagePeriodOf(today)) ?? 0)) throw new AllowanceReached();
    },
    add: ({ cause, today, allowance }) => {
      const period = usagePeriodOf(today);
      const before = issued.get(period) ?? 0;
      const after = before + 1;
      issued.set(period, after);
      const amountUsd = extraPriceUsd(allowance, before);
      if (amountUsd !== null) charges.push({ chargeId: randomUUID(), cause, amountUsd });
      for (const percent of percentsPassed(allowance, { before, after })) {
        warnings.push({ period, percent, included: allowance.included });
      }
    },
    save: async (idOf) => {
      const charged = charges.map(({ cause, ...charge }) => ({
        ...charge,
        documentId: idOf(cause),
      }));
      const counts = [...issued].map(([period, count]) => ({ period, count }));
      const { rows } = await client.query<Warning>(SAVE, [
        merchantId,
        JSON.stringify(counts),
        JSON.stringify(charged),
        JSON.stringify(warnings.filter(isLastOfItsKind)),
      ]);
      const transaction = {
        executeSql: (text: string, values?: unknown[]) => client.query(text, values),
      };
      const toCharge = charges.map(({ chargeId }) => ({ merchantId, chargeId }));
      if (toCharge.length > 0) await queue.sendAll("charge-usage", toCharge, transaction);
      const toWarn = rows.map((warning) => ({ merchantId, ...warning }));
      if (toWarn.length > 0) await queue.sendAll("warn-of-usage", toWarn, transaction);
    },
  };
}

/** Who passes two shares at once is told of the higher one. */
const isLastOfItsKind = (warning: Warning, index: number, all: readonly Warning[]): boolean =>
  !all
    .slice(index + 1)
    .some(({ period, included }) => period === warning.period && included === warning.included);

async function lockCounts(
  client: pg.PoolClient,
  merchantId: string,
  periods: readonly string[],
): Promise<Map<string, number>> {
  const lock = async () => {
    const { rows } = await client.query<{ period: string; issued: number }>(LOCK, [
      merchantId,
      periods,
    ]);
    return new Map(rows.map(({ period, issued }) => [period, issued]));
  };
  const found = await lock();
  if (found.size === periods.length) return found;
  await client.query(CREATE, [merchantId, periods]);
  return lock();
}

/** Returns the warnings that nobody gave before. */
const SAVE = `
  WITH counted AS (
    UPDATE "Usage" u SET "issued" = c."count"
    FROM jsonb_to_recordset($2::jsonb) AS c("period" text, "count" int)
    WHERE u."merchantId" = $1 AND u."period" = c."period"
  ), charged AS (
    INSERT INTO "UsageCharge" ("id", "merchantId", "documentId", "amountUsd")
    SELECT "chargeId", $1, "documentId", "amountUsd"
    FROM jsonb_to_recordset($3::jsonb) AS c("chargeId" text, "documentId" text, "amountUsd" numeric)
  )
  INSERT INTO "UsageWarning" ("merchantId", "period", "percent", "included")
  SELECT $1, "period", "percent", "included"
  FROM jsonb_to_recordset($4::jsonb) AS w("period" text, "percent" int, "included" int)
  ON CONFLICT DO NOTHING
  RETURNING "period", "percent", "included"`;
