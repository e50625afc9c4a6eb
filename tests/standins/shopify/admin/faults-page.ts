import { FAULT_LABELS, isFault } from "../faults.ts";
import type { Reply } from "../http.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import { COMPLIANCE_TOPICS } from "../webhooks/topics.ts";
import { markup, type Markup } from "./html.ts";
import { adminPage, type PageContext } from "./layout.ts";
import { buyerText } from "./order-texts.ts";

const COMPLIANCE_LABELS: Readonly<Record<string, string>> = {
  "customers/data_request": "Customer asks for their data",
  "customers/redact": "Customer must be forgotten",
  "shop/redact": "Shop must be forgotten",
};

const LOG_LENGTH = 60;

/** `/store/:handle/faults`: what goes wrong in real life, at a click; and what became of every webhook. */
export function faultsPage(context: PageContext): Reply {
  const { standin, shop } = context;
  const deliveries = standin.webhooks.log
    .filter((delivery) => delivery.shop === shop.profile.domain)
    .toReversed();
  return adminPage(context, {
    title: "Faults",
    section: "faults",
    content: markup`<div class="page-head"><div><h1>Faults</h1><p class="hint">What goes wrong in real life, on demand.</p></div></div>
<div class="columns is-even">
<div>${faultsCard(context)}</div>
<div>${appCard(context)}${billingCard(context)}${complianceCard(context)}</div>
</div>
<section class="card is-flush"><div class="card-head"><h2>Webhooks</h2><span class="hint">${deliveries.length} sent, newest first</span>${deliveries.some(({ state }) => state === "held") && releaseForm(context)}</div>
<div class="table-scroll"><table id="webhooks" class="webhooks"><thead><tr><th>Time</th><th>Topic</th><th>Result</th><th>Attempts</th></tr></thead>
<tbody>${deliveries.slice(0, LOG_LENGTH).map((delivery) => deliveryRow(delivery, shop.profile.ianaTimezone))}${deliveries.length === 0 && markup`<tr><td colspan="4" class="hint">None yet. Create an order.</td></tr>`}</tbody></table></div></section>`,
  });
}

function faultsCard({ handle, standin }: PageContext): Markup {
  const rows = Object.entries(standin.faults.counts).map(([fault, count]) => {
    const label = isFault(fault) ? FAULT_LABELS[fault] : fault;
    return markup`<label class="fault-row"><span>${label}</span><input type="number" min="0" max="99" name="${fault}" id="fault-${fault}" value="${count}"></label>`;
  });
  return markup`<form class="card stack" method="post" action="/store/${handle}/faults" id="faults"><h2>Next time</h2>
<input type="hidden" name="action" value="set-faults">${rows}
<button class="button is-primary" data-action="set-faults">Set</button></form>`;
}

function appCard({ handle, shop, standin }: PageContext): Markup {
  const button = (action: string, label: string, tone = "") =>
    markup`<form method="post" action="/store/${handle}/faults"><input type="hidden" name="action" value="${action}"><button class="button ${tone}" data-action="${action}">${label}</button></form>`;
  const isInstalled = shop.installation === "installed";
  return markup`<section class="card"><h2>${standin.settings.appName}</h2>
<p class="hint" id="installation">${isInstalled ? `Installed, with ${shop.scopes.join(", ")}.` : "Not installed. Open the app to install it."}</p>
<div class="button-row">${button("expire-tokens", "Expire tokens")}${button("expire-all-tokens", "Expire refresh tokens too")}${isInstalled && button("uninstall", "Uninstall app", "is-critical")}</div></section>`;
}

/** What happens to the shop's bill; shown once the shop has a subscription. */
function billingCard({ handle, shop }: PageContext): Markup | false {
  if (shop.subscriptions.length === 0) return false;
  const isFrozen = shop.isClosed || shop.subscriptions.some(({ status }) => status === "FROZEN");
  const action = isFrozen ? "unfreeze" : "freeze";
  const present = shop.subscriptions.at(-1);
  return markup`<section class="card stack" id="billing"><h2>Subscription</h2>
<p class="hint">${present?.name ?? ""}: ${present?.status.toLowerCase() ?? ""}</p>
<form method="post" action="/store/${handle}/faults" class="button-row is-form"><input type="hidden" name="action" value="pass-time"><label class="field">Days that pass for it<input type="number" min="1" max="400" name="days" value="30"></label><button class="button" data-action="pass-time">Let them pass</button></form>
<form method="post" action="/store/${handle}/faults"><input type="hidden" name="action" value="${action}"><button class="button" data-action="${action}">${isFrozen ? "Pay the shop’s bill" : "Freeze the shop: its bill is not paid"}</button></form></section>`;
}

function releaseForm({ handle }: PageContext): Markup {
  return markup`<form method="post" action="/store/${handle}/faults"><input type="hidden" name="action" value="release-webhooks"><button class="button" data-action="release-webhooks">Release those held back</button></form>`;
}

function complianceCard({ handle, shop }: PageContext): Markup {
  const orders = shop.orders
    .toReversed()
    .map(
      (order) => markup`<option value="${order.id}">${order.name} · ${buyerText(order)}</option>`,
    );
  const topics = COMPLIANCE_TOPICS.map(
    (topic) => markup`<option value="${topic}">${COMPLIANCE_LABELS[topic] ?? topic}</option>`,
  );
  return markup`<form class="card stack" method="post" action="/store/${handle}/faults" id="compliance"><h2>Privacy</h2>
<input type="hidden" name="action" value="compliance">
<label class="field">Request<select name="topic" id="compliance-topic">${topics}</select></label>
<label class="field">Customer of order<select name="order" id="compliance-order">${orders}</select></label>
<button class="button" data-action="compliance">Send webhook</button></form>`;
}

function deliveryRow(delivery: Delivery, timeZone: string): Markup {
  const time = new Date(delivery.triggeredAt).toLocaleTimeString("en-GB", { timeZone });
  const tones: Record<string, string> = {
    delivered: "success",
    failed: "critical",
    retrying: "attention",
    lost: "critical",
    held: "attention",
  };
  const outcomes = delivery.attempts.map(({ outcome }) => String(outcome)).join(", ");
  return markup`<tr data-topic="${delivery.topic}" data-state="${delivery.state}">
<td>${time}</td>
<td><code>${delivery.topic}</code><br><span class="hint">${delivery.eventId.slice(0, 8)}</span></td>
<td><span class="badge ${tones[delivery.state] ?? ""}">${delivery.state}</span></td>
<td>${outcomes === "" ? "–" : outcomes}</td></tr>`;
}
