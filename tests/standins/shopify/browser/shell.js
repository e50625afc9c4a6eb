// The admin's side of App Bridge: answers the app in the frame, and draws what it asks for.
const byId = (id) => document.getElementById(id);
const config = JSON.parse(byId("shell-config").textContent);
const frame = byId("app-iframe");
const FRAME_PARAMETERS = "embedded host shop locale session timestamp hmac id_token".split(" ");

let saveBar = { open: false };
let toastTimer;

const tell = (message) =>
  frame.contentWindow.postMessage({ appBridgeHost: 1, ...message }, config.appOrigin);
const click = (reference) => tell({ type: "click", payload: reference });

/** A button with a handler; `element("button", {…}, onClick)`. */
const element = (name, properties, onClick) => {
  const made = Object.assign(document.createElement(name), properties);
  if (onClick) made.addEventListener("click", onClick);
  return made;
};

/** Opens a dialog; resolves to the value of the button that closed it, or "" when it was dismissed. */
const ask = (dialog) =>
  new Promise((resolve) => {
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
    dialog.showModal();
  });

for (const button of document.querySelectorAll("dialog button[value]"))
  button.addEventListener("click", () => button.closest("dialog").close(button.value));

/** Whether the merchant leaves; asks only when something is unsaved. */
const mayLeave = async () => !saveBar.open || (await ask(byId("leave-dialog"))) === "leave";

// --- Title bar and navigation ---------------------------------------------------------------------

const actionButton = ({ ref, label, disabled, primary, critical }) => {
  const className = `button${primary ? " is-primary" : ""}${critical ? " is-critical" : ""}`;
  return element("button", { type: "button", className, textContent: label, disabled }, () =>
    click(ref),
  );
};

const showTitleBar = ({ title, actions, breadcrumb }) => {
  byId("app-title").textContent = title || config.appName;
  byId("breadcrumb").replaceChildren(...(breadcrumb ? [actionButton(breadcrumb)] : []));
  byId("title-actions").replaceChildren(...actions.map(actionButton));
};

const markCurrentLink = () => {
  const path = location.pathname.slice(config.appPath.length);
  for (const link of byId("app-links").children) {
    const isCurrent = new URL(link.dataset.href, config.appOrigin).pathname === path;
    if (isCurrent) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
};

const shakeSaveBar = () => {
  byId("save-bar").classList.remove("is-shaking");
  requestAnimationFrame(() => byId("save-bar").classList.add("is-shaking"));
};

const navLink = ({ href, label }) => {
  const address = config.appPath + new URL(href, config.appOrigin).pathname;
  const link = element("a", { href: address, textContent: label }, (event) => {
    event.preventDefault();
    if (saveBar.open) shakeSaveBar();
    else tell({ type: "navigate", payload: href });
  });
  link.dataset.href = href;
  return link;
};

const showNavMenu = (links) => {
  byId("app-links").replaceChildren(...links.filter(({ home }) => !home).map(navLink));
  markCurrentLink();
};

/** The address bar follows the app, without what only the frame needs. */
const followHistory = (path) => {
  const url = new URL(path, config.appOrigin);
  for (const name of FRAME_PARAMETERS) url.searchParams.delete(name);
  history.replaceState(null, "", config.appPath + url.pathname + url.search);
  markCurrentLink();
};

/** Addresses of the real admin lead to this one; `shopify:admin/orders/1` to its order page. */
const adminAddress = (address) => {
  const inAdmin = /^shopify:\/*admin\/?(.*)$/.exec(address);
  if (inAdmin) return `/store/${config.handle}/${inAdmin[1]}`;
  return address.replace("https://admin.shopify.com", "");
};

// --- Save bar and toasts --------------------------------------------------------------------------

const showSaveBar = (next) => {
  saveBar = next;
  byId("save-bar").hidden = !next.open;
  byId("save-bar-save").disabled = next.save?.disabled === true;
  byId("save-bar-save").textContent = next.save?.label || "Save";
  byId("save-bar-discard").disabled = next.discard?.disabled === true;
};

const discard = async () => {
  if (!saveBar.confirmDiscard || (await mayLeave())) click(saveBar.discard?.ref);
};

byId("save-bar-save").addEventListener("click", () => click(saveBar.save?.ref));
byId("save-bar-discard").addEventListener("click", () => void discard());

const hideToast = (id) => {
  if (byId("toast").dataset.id === id) byId("toast").hidden = true;
};

const dismissToast = (id) => {
  hideToast(id);
  tell({ type: "toastDismiss", payload: id });
};

const showToast = ({ id, message, isError, duration = 5_000, action }) => {
  const toast = byId("toast");
  const dismiss = element("button", { type: "button", textContent: "✕" }, () => dismissToast(id));
  dismiss.setAttribute("aria-label", "Dismiss");
  const act = element("button", { type: "button", textContent: action ?? "" }, () =>
    tell({ type: "toastAction", payload: id }),
  );
  toast.replaceChildren(message, ...(action ? [act] : []), dismiss);
  toast.classList.toggle("is-error", isError === true);
  toast.dataset.id = id;
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => dismissToast(id), duration);
};

// --- Answers --------------------------------------------------------------------------------------

const pickProducts = async ({ multiple }) => {
  const choices = config.products.map((product) => {
    const type = multiple ? "checkbox" : "radio";
    const label = element("label", { className: "check" });
    label.append(element("input", { type, name: "product", value: product.id }), product.title);
    return label;
  });
  byId("picker-items").replaceChildren(...choices);
  if ((await ask(byId("picker-dialog"))) !== "add") return undefined;
  const chosen = [...byId("picker-items").querySelectorAll("input:checked")].map(
    ({ value }) => value,
  );
  return config.products.filter(({ id }) => chosen.includes(id));
};

const freshIdToken = async () => {
  const answer = await fetch("/_control/idToken", {
    method: "POST",
    body: JSON.stringify({ shop: config.shop }),
  });
  return (await answer.json()).token;
};

const leaveTo = async (address) => {
  if (await mayLeave()) location.assign(adminAddress(address));
};

const handlers = {
  idToken: freshIdToken,
  user: () => config.user,
  scopes: () => ({ granted: config.scopes, required: config.scopes, optional: [] }),
  resourcePicker: pickProducts,
  // As documented, it only ever resolves when the merchant leaves.
  leaveConfirmation: async () => (await mayLeave()) || new Promise(() => {}),
  titleBar: showTitleBar,
  navMenu: showNavMenu,
  saveBar: showSaveBar,
  toast: showToast,
  toastHide: hideToast,
  loading: (isLoading) => {
    byId("loading-bar").hidden = !isLoading;
  },
  history: followHistory,
  redirectTop: (address) => location.assign(adminAddress(address)),
  admin: leaveTo,
};

const answer = async ({ id, type, payload }) => {
  try {
    const result = await handlers[type]?.(payload);
    if (id) tell({ id, payload: result });
  } catch (error) {
    if (id) tell({ id, error: String(error) });
  }
};

addEventListener("message", ({ source, origin, data }) => {
  if (source === frame.contentWindow && origin === config.appOrigin && data?.appBridge)
    void answer(data);
});
// Only now: whatever the app says first is heard.
frame.src = config.source;
