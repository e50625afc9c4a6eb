// What the admin told the frame, and the messages between the two.
const script = document.currentScript;
export const parameters = new URLSearchParams(location.search);
const meta = document.querySelector("meta[name=shopify-api-key]");

/** What the admin put in the first address of the frame is kept for the next pages. */
const kept = (name) => {
  const given = parameters.get(name);
  if (given) sessionStorage.setItem(`app-bridge:${name}`, given);
  return given ?? sessionStorage.getItem(`app-bridge:${name}`) ?? undefined;
};
export const config = {
  apiKey: script?.dataset.apiKey ?? meta?.content ?? "",
  host: kept("host"),
  shop: kept("shop"),
  locale: kept("locale") ?? "en",
};

let lastId = 0;

export const nextId = () => (lastId += 1);
const waiting = new Map();
const clickable = new Map();
/** Kept beside the elements, not on them: React compares their attributes. */
const references = new WeakMap();
export const toasts = new Map();
export const send = (type, payload) => parent.postMessage({ appBridge: 1, type, payload }, "*");
export const call = (type, payload) =>
  new Promise((resolve, reject) => {
    const id = nextId();
    waiting.set(id, { resolve, reject });
    parent.postMessage({ appBridge: 1, id, type, payload }, "*");
  });

const incoming = {
  click: (reference) => clickable.get(reference)?.click(),
  navigate: (href) => {
    const links = document.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link");
    const link = [...links].find((candidate) => candidate.getAttribute("href") === href);
    link?.dispatchEvent(new Event("shopify:navigate", { bubbles: true }));
  },
  toastAction: (id) => toasts.get(id)?.onAction?.(),
  toastDismiss: (id) => toasts.get(id)?.onDismiss?.(),
};

addEventListener("message", ({ source, data }) => {
  if (source !== parent || !data?.appBridgeHost) return;
  const { id, type, payload, error } = data;
  if (!id) return incoming[type]?.(payload);
  const asked = waiting.get(id);
  waiting.delete(id);
  if (error) asked?.reject(new Error(error));
  else asked?.resolve(payload);
});

/** A button of the app as the admin shows it; a click there is a click here. */
export const describe = (element) => {
  if (!element) return undefined;
  if (!references.has(element)) references.set(element, nextId());
  clickable.set(references.get(element), element);
  const isOn = (name) => element.hasAttribute(name) && element.getAttribute(name) !== "false";
  return {
    ref: references.get(element),
    label: element.textContent.trim(),
    primary: element.getAttribute("variant") === "primary",
    critical: element.getAttribute("tone") === "critical",
    disabled: isOn("disabled") || isOn("loading"),
  };
};
