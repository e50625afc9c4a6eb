import type { Standin } from "../contract.ts";
import { isFault } from "../faults.ts";
import { fieldsOf, seeOther, type Reply, type Request, type Route } from "../http.ts";
import { RefusedChange } from "../orders/change-order.ts";
import type { OrderRecord } from "../orders/order-record.ts";
import type { RefundRequest } from "../orders/refund-order.ts";
import { orderInput } from "../shop-actions.ts";
import { loadOrder } from "../shop-state.ts";
import { isTopic } from "../webhooks/topics.ts";
import { appPage } from "./app-page.ts";
import { assetRoutes } from "./asset-routes.ts";
import { chargeRoutes } from "./charge-routes.ts";
import { faultsPage } from "./faults-page.ts";
import { homePage } from "./home-page.ts";
import type { PageContext } from "./layout.ts";
import { notFound } from "./not-found.ts";
import { orderPage } from "./order-page.ts";
import { ordersPage } from "./orders-page.ts";
import { isOrderKindName } from "../orders/order-kinds.ts";

type Handler = (context: PageContext, request: Request) => Reply | Promise<Reply>;

/** The admin in a browser. A form is posted, something happens, and the page is read again. */
export function pageRoutes(standin: Standin): Route[] {
  const page = (method: string, path: string, handler: Handler): Route => ({
    method,
    path: new RegExp(`^/store/(?<handle>[\\w-]+)${path}$`),
    handle: (request) => {
      const handle = request.params["handle"] ?? "";
      const shop = standin.shop(`${handle}.myshopify.com`);
      return handler({ standin, shop, handle }, request);
    },
  });
  return [
    ...assetRoutes(),
    { method: "GET", path: /^\/$/, handle: () => seeOther("/store/demo") },
    page("GET", "/?", ({ handle }) => seeOther(`/store/${handle}/orders`)),
    page("GET", "/home", homePage),
    page("GET", "/orders", ordersPage),
    page("POST", "/orders", createOrder),
    page("GET", "/orders/(?<id>\\d+)", (context, request) =>
      withOrder(context, request, (order) =>
        orderPage(context, order, request.url.searchParams.get("refused")),
      ),
    ),
    page("POST", "/orders/(?<id>\\d+)", changeOrder),
    page("GET", "/faults", faultsPage),
    page("POST", "/faults", changeFaults),
    ...chargeRoutes(page),
    page("GET", "/apps/(?<key>[^/]+)(?<path>/.*)?", appPage),
  ];
}

function createOrder({ standin, shop, handle }: PageContext, request: Request): Reply {
  const { kind, paid } = fieldsOf(request);
  const name = String(kind);
  if (isOrderKindName(name))
    standin.actions.create(shop, { ...orderInput({ kind: name }), paid: paid === "true" });
  return seeOther(`/store/${handle}/orders`);
}

function changeOrder(context: PageContext, request: Request): Reply {
  const { shop, handle } = context;
  const { actions } = context.standin;
  const fields = fieldsOf(request);
  return withOrder(context, request, (order) => {
    const refund = (what?: RefundRequest) => {
      actions.refund(shop, order, what);
    };
    const pieces = { line: Number(fields["line"]), quantity: Number(fields["quantity"]) };
    const changes: Record<string, () => void> = {
      pay: () => actions.pay(shop, order),
      fulfil: () => actions.fulfil(shop, order),
      cancel: () => actions.cancel(shop, order),
      edit: () =>
        actions.edit(shop, order, {
          note: blankToNull(fields["note"]),
          email: blankToNull(fields["email"]),
        }),
      "edit-line": () => actions.editItems(shop, order, { set: [pieces] }),
      "add-line": () =>
        actions.editItems(shop, order, {
          add: [{ sku: String(fields["sku"]), quantity: pieces.quantity }],
        }),
      "refund-all": () => refund(),
      "refund-line": () => refund({ lines: [pieces], restockingFee: amountOf(fields["fee"]) }),
      "refund-shipping": () => refund({ shipping: amountOf(fields["amount"]) ?? true }),
      "refund-amount": () => refund({ amount: amountOf(fields["amount"]) }),
    };
    const page = `/store/${handle}/orders/${order.id}`;
    try {
      changes[String(fields["action"])]?.();
      return seeOther(page);
    } catch (error) {
      if (!(error instanceof RefusedChange)) throw error;
      return seeOther(`${page}?refused=${encodeURIComponent(error.message)}`);
    }
  });
}

function changeFaults(context: PageContext, request: Request): Reply {
  const { standin, shop, handle } = context;
  const fields = fieldsOf(request);
  const topic = String(fields["topic"]);
  const changes: Record<string, () => unknown> = {
    "set-faults": () => {
      for (const [name, count] of Object.entries(fields))
        if (isFault(name)) standin.faults.set({ [name]: Number(count) });
    },
    "expire-tokens": () => standin.installation.expireTokens(shop),
    "expire-all-tokens": () => standin.installation.expireTokens(shop, "all"),
    uninstall: () => standin.installation.uninstall(shop),
    "release-webhooks": () => standin.webhooks.release(),
    freeze: () => {
      shop.isClosed = true;
      standin.billing.setFrozen(shop, true);
    },
    unfreeze: () => {
      shop.isClosed = false;
      standin.billing.setFrozen(shop, false);
    },
    "pass-time": () => standin.billing.age(shop, Number(fields["days"])),
    compliance: () =>
      isTopic(topic) &&
      standin.installation.sendCompliance(shop, topic, loadOrder(shop, String(fields["order"]))),
  };
  changes[String(fields["action"])]?.();
  return seeOther(`/store/${handle}/faults`);
}

function withOrder(
  context: PageContext,
  request: Request,
  show: (order: OrderRecord) => Reply,
): Reply {
  const id = Number(request.params["id"]);
  const order = context.shop.orders.find((candidate) => candidate.id === id);
  return order === undefined ? notFound(context) : show(order);
}

function blankToNull(value: unknown): string | null {
  const text = typeof value === "string" ? value.trim() : "";
  return text === "" ? null : text;
}

/** An amount as people type it; undefined when the field was left empty. */
function amountOf(value: unknown): string | undefined {
  return blankToNull(value)?.replace(",", ".") ?? undefined;
}
