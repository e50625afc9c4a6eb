import { createHmac, randomBytes } from "node:crypto";
import { html, type Reply, type Request } from "../http.ts";
import { STAFF } from "../oauth.ts";
import { CATALOGUE } from "../orders/catalogue.ts";
import { jsonFor, markup } from "./html.ts";
import { adminPage, appPath, type PageContext } from "./layout.ts";

/** `/store/:handle/apps/:key/*`: the app in its frame, with what Shopify puts in the frame's address. */
export function appPage(context: PageContext, request: Request): Reply {
  const { standin, shop } = context;
  if (request.params["key"] !== standin.settings.apiKey)
    return html("<h1>There’s no app at this address</h1>", 404);
  standin.installation.install(shop);
  const path = request.params["path"] ?? "";
  const source = `${standin.appUrl}${path === "" ? "/app" : path}?${frameQuery(context, request.url.searchParams)}`;
  const { appName } = standin.settings;
  return adminPage(context, {
    title: appName,
    section: "app",
    layout: "frame",
    content: markup`<div class="title-bar" id="title-bar">
<span class="app-icon" aria-hidden="true"></span>
<span id="breadcrumb"></span>
<h1 id="app-title">${appName}</h1>
<div class="title-actions" id="title-actions"></div>
</div>
<div class="loading-bar" id="loading-bar" hidden></div>
<iframe name="app-iframe" id="app-iframe" title="${appName}" allow="clipboard-write; fullscreen"></iframe>
<dialog class="dialog" id="leave-dialog"><h2>Leave page with unsaved changes?</h2><p>Leaving this page will delete all unsaved changes.</p>
<div class="button-row"><button class="button" type="button" value="stay" id="leave-stay">Stay</button><button class="button is-critical" type="button" value="leave" id="leave-go">Leave page</button></div></dialog>
<dialog class="dialog" id="picker-dialog"><h2>Add products</h2><div id="picker-items" class="stack"></div>
<div class="button-row"><button class="button" type="button" value="cancel" id="picker-cancel">Cancel</button><button class="button is-primary" type="button" value="add" id="picker-add">Add</button></div></dialog>`,
    scripts: markup`<script type="application/json" id="shell-config">${jsonFor({ ...shellConfig(context), source })}</script><script type="module" src="/_assets/shell.js"></script>`,
  });
}

/** What the shell's script needs to play the admin's side of App Bridge. */
function shellConfig(context: PageContext) {
  const { standin, shop, handle } = context;
  const { id, first_name, last_name, email } = STAFF;
  return {
    shop: shop.profile.domain,
    handle,
    appPath: appPath(context),
    appOrigin: standin.appUrl,
    adminOrigin: standin.adminUrl,
    appName: standin.settings.appName,
    scopes: shop.scopes,
    user: { id, name: `${first_name} ${last_name}`, email, accountAccess: "Full access" },
    products: Object.values(CATALOGUE).map((product) => ({
      id: `gid://shopify/Product/${product.id}`,
      title: product.title,
      handle: product.sku.toLowerCase(),
      variants: [{ id: `gid://shopify/ProductVariant/${product.variantId}`, sku: product.sku }],
    })),
  };
}

/** Signed as Shopify signs it: all parameters in alphabetical order, HMAC-SHA256 in hex. */
function frameQuery({ standin, shop, handle }: PageContext, asked: URLSearchParams): string {
  const { apiSecret } = standin.settings;
  const host = Buffer.from(`admin.shopify.com/store/${handle}`)
    .toString("base64")
    .replace(/=+$/, "");
  const query = new URLSearchParams(asked);
  const isWithoutToken = query.get("no_token") !== null;
  query.delete("no_token");
  const known = {
    embedded: "1",
    host,
    shop: shop.profile.domain,
    locale: STAFF.locale,
    session: randomBytes(16).toString("hex"),
    timestamp: String(Math.floor(standin.settings.now().getTime() / 1_000)),
    ...(isWithoutToken ? {} : { id_token: standin.idToken(shop.profile.domain) }),
  };
  for (const [name, value] of Object.entries(known)) query.set(name, value);
  query.delete("hmac");
  query.sort();
  const message = [...query].map(([name, value]) => `${name}=${value}`).join("&");
  query.set("hmac", createHmac("sha256", apiSecret).update(message).digest("hex"));
  return query.toString();
}
