import { timingSafeEqual } from "node:crypto";
import { usagePeriodOf } from "#domain/billing";
import { daysAfter } from "#domain/calendar";
import { answering } from "./answer.ts";
import type { ApiPorts } from "./api-ports.ts";
import { describeBilling, type Metric } from "./billing-metrics.ts";
import { refuse } from "./refusal.ts";

const CHURN_DAYS = 30;

/** `/metrics`: figures for the operator, as Prometheus reads them. Revenue is nobody else's business: without a token there is none. */
export const metricsRoute = ({ ledger, clock, metricsToken }: ApiPorts) =>
  answering(async (request, response) => {
    if (metricsToken === null || !isSame(request.get("Authorization") ?? "", metricsToken)) {
      refuse("not-found", "There is nothing here.");
    }
    const now = clock.now();
    const [merchants, changes] = await Promise.all([
      ledger.listMerchants(usagePeriodOf(now)),
      ledger.listChangesSince(daysAfter(now, -CHURN_DAYS)),
    ]);
    const text = describeBilling({ merchants, changes, now }).map(inPrometheusText).join("");
    response.type("text/plain; version=0.0.4; charset=utf-8").send(text);
  });

function isSame(header: string, token: string): boolean {
  const given = Buffer.from(header);
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function inPrometheusText({ name, help, samples }: Metric): string {
  const lines = samples.map(({ labels, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
    return `${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join("")}`;
}
