import { z } from "zod";
import type { Site } from "./wordpress/serve-site.ts";
import type { SiteUser } from "./wordpress/build-site.ts";

const CONNECT_LINK = /href="([^"]*action=docket_connection_connect[^"]*)"/;
const settingsSchema = z.object({ seller: z.looseObject({}) });
const listSchema = z.array(z.looseObject({ id: z.number() }));

/** What is asked of a shop by HTTP alone. */
export type ShopSite = Pick<Site, "url" | "applicationPasswords" | "loginUrl">;

/** The shop's REST API as one of its users. An answer that is no success throws with what it says. */
export const restOf =
  (site: ShopSite, user: SiteUser = "admin") =>
  async (method: string, path: string, content?: object): Promise<unknown> => {
    const credentials = Buffer.from(`${user}:${site.applicationPasswords[user]}`);
    const response = await fetch(`${site.url}/wp-json/${path}`, {
      method,
      headers: {
        authorization: `Basic ${credentials.toString("base64")}`,
        "content-type": "application/json",
      },
      ...(content && { body: JSON.stringify(content) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };

/**
 * Connects the shop as its owner does, by the link on Docket's page, and says what WooCommerce cannot know of the seller: his VAT
 * number. Without it documents wait as drafts.
 */
export async function connectForSeller(site: ShopSite): Promise<void> {
  const cookie = await logIn(site);
  const page = await fetch(`${site.url}/wp-admin/admin.php?page=docket`, { headers: { cookie } });
  const html = await page.text();
  const [, link] = CONNECT_LINK.exec(html) ?? [];
  if (link === undefined) throw new Error(`no way to connect on ${page.url}`);
  await fetch(link.replaceAll(/&(amp|#038);/g, "&"), { headers: { cookie } });

  const rest = restOf(site);
  const { seller } = settingsSchema.parse(await rest("GET", "docket/v1/service/settings"));
  const complete = { ...seller, vatIdentifier: "BE0417497106", enterpriseNumber: "0417497106" };
  await rest("PUT", "docket/v1/service/settings", { seller: complete });
}

async function logIn(site: ShopSite): Promise<string> {
  const answer = await fetch(site.loginUrl("admin"), { redirect: "manual" });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}

export interface OrderWish {
  readonly email?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly countryCode?: string;
  /** By SKU: mug, book, margarine, newspaper, course. */
  readonly goods?: Readonly<Record<string, number>>;
  readonly isPaid?: boolean;
  readonly note?: string;
  /** Further fields of WooCommerce's order. */
  readonly fields?: object;
}

/** An order as another program makes it, over WooCommerce's REST API; the walks place theirs in the checkout. */
export async function createOrder(site: ShopSite, wish: OrderWish = {}): Promise<number> {
  const rest = restOf(site);
  const goods = wish.goods ?? { mug: 1, book: 1 };
  const products = listSchema.parse(await rest("GET", "wc/v3/products?per_page=100"));
  const billing = {
    first_name: wish.firstName ?? "Sanne",
    last_name: wish.lastName ?? "Jansen",
    address_1: "Kouter 8",
    postcode: "9000",
    city: "Gent",
    country: wish.countryCode ?? "BE",
    email: wish.email ?? "sanne@example.nl",
  };
  const order = await rest("POST", "wc/v3/orders", {
    payment_method: "test_card",
    payment_method_title: "Card",
    set_paid: wish.isPaid ?? true,
    customer_note: wish.note ?? "",
    billing,
    shipping: { ...billing, email: undefined },
    line_items: Object.entries(goods).map(([sku, quantity]) => ({
      product_id: products.find((product) => product["sku"] === sku)?.id,
      quantity,
    })),
    shipping_lines: [{ method_id: "flat_rate", method_title: "Parcel", total: "4.92" }],
    ...wish.fields,
  });
  return z.object({ id: z.number() }).parse(order).id;
}

/** Refunds all of an order's first line over WooCommerce's REST API. */
export async function refundFirstLine(site: ShopSite, orderId: number): Promise<void> {
  const rest = restOf(site);
  const { line_items } = orderSchema.parse(await rest("GET", `wc/v3/orders/${orderId}`));
  const [line] = line_items;
  if (line === undefined) throw new Error(`order ${orderId} has no lines`);
  const amount = Number(line.total) + Number(line.total_tax);
  await rest("POST", `wc/v3/orders/${orderId}/refunds`, {
    api_refund: false,
    amount: amount.toFixed(2),
    reason: "Broken on arrival",
    line_items: [
      {
        id: line.id,
        quantity: line.quantity,
        refund_total: line.total,
        refund_tax: line.taxes.map(({ id, total }) => ({ id, refund_total: total })),
      },
    ],
  });
}

const orderSchema = z.object({
  line_items: z.array(
    z.object({
      id: z.number(),
      quantity: z.number(),
      total: z.string(),
      total_tax: z.string(),
      taxes: z.array(z.object({ id: z.number(), total: z.string() })),
    }),
  ),
});

/** Orders wait to be tried again: what hours of waiting do to the site's scheduled actions. */
export const letTheWaitBeOver = (site: Site): Promise<string> =>
  site.evaluate(
    `global $wpdb; $wpdb->query( "UPDATE {$wpdb->prefix}actionscheduler_actions
      SET scheduled_date_gmt = '2020-01-01 00:00:00', scheduled_date_local = '2020-01-01 00:00:00'
      WHERE status = 'pending' AND hook LIKE 'docket%'" );
      delete_transient( 'docket_events_away' );`,
  );
