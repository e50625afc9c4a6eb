// `window.shopify`: the public surface of @shopify/app-bridge-types.
import { call, config, nextId, send, toasts } from "./messages.js";
import { idToken } from "./requests.js";

const on = (id, method) => document.getElementById(id)?.[method]?.();
const scopesNow = () => call("scopes");
const openDialogs = {
  show: async (id) => on(id, "show"),
  hide: async (id) => on(id, "hide"),
  toggle: async (id) => on(id, "toggle"),
};

window.shopify = {
  config,
  origin: location.origin,
  ready: Promise.resolve(),
  idToken,
  environment: { mobile: false, embedded: parent !== window, pos: false, intent: false },
  toast: {
    show: (message, options = {}) => {
      const id = `toast-${nextId()}`;
      toasts.set(id, options);
      const { isError, duration, action } = options;
      send("toast", { id, message, isError, duration, action });
      return id;
    },
    hide: (id) => send("toastHide", id),
  },
  saveBar: { ...openDialogs, leaveConfirmation: () => call("leaveConfirmation") },
  modal: openDialogs,
  loading: (isLoading = true) => send("loading", isLoading),
  user: () => call("user"),
  scopes: {
    query: scopesNow,
    request: async () => ({ result: "granted-all", detail: await scopesNow() }),
    revoke: async () => ({ detail: await scopesNow() }),
  },
  resourcePicker: (options) => call("resourcePicker", options),
  app: { extensions: async () => [] },
  webVitals: { onReport: async () => {} },
  support: { registerHandler: async () => {} },
  reviews: {
    request: async () => ({
      success: false,
      code: "already-reviewed",
      message: "Already reviewed",
    }),
  },
  intents: { register: () => () => {}, request: { value: null, subscribe: () => () => {} } },
  tools: { register: () => () => {}, unregister: () => {}, clear: () => {} },
  setSignals: () => {},
};
