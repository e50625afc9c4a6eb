import { findCharge } from "../billing/billing.ts";
import type { Reply, Request } from "../http.ts";
import { financialStatus } from "../orders/order-totals.ts";
import { markup } from "./html.ts";
import { adminPage, appPath, type PageContext } from "./layout.ts";

/** `/store/:handle`: where a visitor of the demo begins. */
export function homePage(context: PageContext, request: Request): Reply {
  const { shop, handle, standin } = context;
  const declined = findCharge(shop, request.url.searchParams.get("declined") ?? "");
  const { appName, mailboxUrl } = standin.settings;
  const unpaid = shop.orders.filter((order) => financialStatus(order) === "PENDING").length;
  return adminPage(context, {
    title: "Home",
    section: "home",
    content: markup`${declined !== undefined && markup`<p class="notice" role="status" id="declined">You declined “${declined.name}” of ${appName}. Nothing changes and nothing is billed.</p>`}
<div class="page-head"><div><h1>${shop.profile.name}</h1><p class="hint">Ceramics, lamps, coffee and books from Ghent. This admin plays Shopify; ${appName} inside it is real.</p></div></div>
<div class="tiles">
<a class="card tile" href="/store/${handle}/orders"><strong>${shop.orders.length} orders</strong><span class="hint">${unpaid} wait for payment. Create one of any kind.</span></a>
<a class="card tile" href="${appPath(context)}/app"><strong>Open ${appName}</strong><span class="hint">The documents of these orders.</span></a>
${mailboxUrl !== undefined && markup`<a class="card tile" href="${mailboxUrl}" target="_blank" rel="noopener"><strong>Mailbox ↗</strong><span class="hint">What customers receive.</span></a>`}
<a class="card tile" href="/store/${handle}/faults"><strong>Faults</strong><span class="hint">Throttling, lost webhooks, expired tokens.</span></a>
</div>`,
  });
}
