import { useMemo, useSyncExternalStore } from "@wordpress/element";
import { hrefOf, type Place } from "./route.ts";

/** Asked before the present place is left; it may lead there later by `go`. */
type Guard = (href: string) => void;

let guard: Guard | null = null;
let shown = window.location.search;
const listeners = new Set<() => void>();

function show(href: string) {
  shown = href;
  for (const listener of listeners) listener();
}

window.addEventListener("popstate", () => {
  const { search } = window.location;
  if (guard === null || search === shown) return show(search);
  // The browser has left already: stay, and ask.
  window.history.pushState(null, "", shown);
  guard(search);
});

/** Goes there without asking. */
export function go(href: string, how: "push" | "replace" = "push") {
  if (how === "push" && href !== shown) window.history.pushState(null, "", href);
  else window.history.replaceState(null, "", href);
  show(href);
}

/** Goes there, or asks first when something is not saved. */
export function visit(place: Place | URLSearchParams, how: "push" | "replace" = "push") {
  const href = addressOf(place);
  if (guard !== null && href !== shown) guard(href);
  else go(href, how);
}

/** While `ask` is set it is asked before a place is left. */
export function guardPlace(ask: Guard | null) {
  guard = ask;
}

const page = new URLSearchParams(window.location.search).get("page") ?? "docket";

/** For a link's `href`. */
export const addressOf = (place: Place | URLSearchParams): string => hrefOf(place, page);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The address's parameters, which say what is shown. */
export function useParams(): URLSearchParams {
  const search = useSyncExternalStore(subscribe, () => shown);
  return useMemo(() => new URLSearchParams(search), [search]);
}
