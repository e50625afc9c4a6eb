import type { Standin } from "../contract.ts";
import { html, type Reply } from "../http.ts";
import type { ShopState } from "../shop-state.ts";
import { markup, type Markup } from "./html.ts";

export type Section = "home" | "orders" | "faults" | "app";

/** What every page of the admin is drawn from. */
export interface PageContext {
  readonly standin: Standin;
  readonly shop: ShopState;
  readonly handle: string;
}

export interface Page {
  readonly title: string;
  readonly section: Section;
  readonly content: Markup;
  /** Of the page itself, inside `<main>`: "page" has margins, "frame" fills the window. */
  readonly layout?: "page" | "frame";
  readonly scripts?: Markup;
}

/** The admin around a page: dark top bar, navigation on the left, the page. */
export function adminPage(context: PageContext, page: Page): Reply {
  const { shop } = context;
  const { layout = "page" } = page;
  return html(
    markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${page.title} · ${shop.profile.name}</title>
<link rel="stylesheet" href="/_assets/admin.css">
<link rel="icon" href="data:,">
</head>
<body data-section="${page.section}">
<header class="topbar">
<button class="menu-button" id="menu-button" type="button" aria-label="Menu" aria-expanded="false" aria-controls="nav">☰</button>
<a class="brand" href="/store/${context.handle}/home"><span class="brand-mark" aria-hidden="true"></span>Stand-in</a>
<div class="save-bar" id="save-bar" role="region" aria-label="Unsaved changes" hidden>
<span class="save-bar-text">Unsaved changes</span>
<button type="button" id="save-bar-discard">Discard</button>
<button type="button" id="save-bar-save" class="is-save">Save</button>
</div>
<span class="shop-name"><span class="avatar" aria-hidden="true">${initials(shop.profile.name)}</span><span>${shop.profile.name}</span></span>
</header>
<nav class="nav" id="nav" aria-label="Admin">${navigation(context, page.section)}</nav>
<main class="${layout}">${page.content}</main>
<div class="toast" id="toast" role="status" hidden></div>
<script src="/_assets/admin.js"></script>
${page.scripts ?? null}
</body>
</html>`.text,
  );
}

export function appPath({ handle, standin }: PageContext): string {
  return `/store/${handle}/apps/${standin.settings.apiKey}`;
}

/** An address of the real admin leads to this one; any other stays as it is. */
export function toThisAdmin({ standin, shop, handle }: PageContext, address: string): string {
  const ofShop = `https://${shop.profile.domain}/admin/`;
  return address
    .replace("https://admin.shopify.com", standin.adminUrl)
    .replace(ofShop, `${standin.adminUrl}/store/${handle}/`);
}

function navigation(context: PageContext, section: Section): Markup {
  const { handle, standin, shop } = context;
  const { appName, mailboxUrl } = standin.settings;
  const isInstalled = shop.installation === "installed";
  const link = (to: Section, path: string, label: string) =>
    markup`<a href="/store/${handle}${path}" id="nav-${to}"${current(section === to)}>${label}</a>`;
  return markup`<div class="nav-main">
${link("home", "/home", "Home")}
${link("orders", "/orders", "Orders")}
<h2>Apps</h2>
<a href="${appPath(context)}/app" id="nav-app"${current(section === "app")}><span class="app-icon" aria-hidden="true"></span>${appName}${!isInstalled && markup` <span class="badge">not installed</span>`}</a>
<div class="app-links" id="app-links"></div>
</div>
<div class="nav-foot">
${mailboxUrl !== undefined && markup`<a href="${mailboxUrl}" id="nav-mailbox" target="_blank" rel="noopener">Mailbox ↗</a>`}
${link("faults", "/faults", "Faults")}
</div>`;
}

function current(isCurrent: boolean): Markup | null {
  return isCurrent ? markup` aria-current="page"` : null;
}

function initials(name: string): string {
  return name
    .split(" ")
    .map((word) => word.slice(0, 1))
    .join("")
    .slice(0, 2)
    .toUpperCase();
}
