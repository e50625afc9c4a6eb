import { html, type Reply } from "../http.ts";
import { markup } from "./html.ts";
import { adminPage, type PageContext } from "./layout.ts";

export function notFound(context: PageContext): Reply {
  const content = markup`<div class="page-head"><h1>There’s no page at this address</h1></div>`;
  const page = adminPage(context, { title: "Not found", section: "home", content });
  return html(String(page.body), 404);
}
