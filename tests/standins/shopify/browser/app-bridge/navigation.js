// The admin follows the app, and the app leads into the admin.
import { parameters, send } from "./messages.js";
import { idToken } from "./requests.js";

const tellPath = () => send("history", location.pathname + location.search);
for (const method of ["pushState", "replaceState"]) {
  const real = history[method].bind(history);
  history[method] = (state, title, url) => {
    real(state, title, url);
    tellPath();
  };
}
addEventListener("popstate", tellPath);

const isAdminAddress = (address) => /^(shopify:|https:\/\/admin\.shopify\.com\/)/.test(address);
const isTop = (target) => target === "_top" || target === "_parent";

addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.hasAttribute("download") || link.closest("ui-nav-menu, ui-title-bar")) return;
    const address = link.getAttribute("href");
    if (!isAdminAddress(address) && !isTop(link.target)) return;
    event.preventDefault();
    if (isAdminAddress(address)) send("admin", address);
    else send("redirectTop", link.href);
  },
  true,
);

const realOpen = window.open.bind(window);
window.open = (url, target, features) => {
  const address = String(url ?? "");
  if (isAdminAddress(address)) send("admin", address);
  else if (isTop(target)) send("redirectTop", new URL(address, location.href).href);
  else return realOpen(url, target, features);
  return null;
};

// The app's "bounce page": it has no token, so it fetches one and goes back with it.
const reload = parameters.get("shopify-reload");
const comeBack = async () => {
  const url = new URL(reload, location.origin);
  url.searchParams.set("id_token", await idToken());
  location.replace(url);
};
if (reload) void comeBack();
else tellPath();
