"use strict";

/*
 * What the scripts of the order screens share. Everything is read and done through the plugin's REST routes after the page
 * stands, so the shop's screens never wait for Docket. `window.docketOrders` comes from Docket\Orders\OrderAssets.
 */
window.docket = {
  call(method, path, data) {
    const request = { method, path: `docket/v1/service/${path}` };
    return window.wp.apiFetch(data ? { ...request, data } : request);
  },

  async fetchZip(documentIds) {
    const request = { method: "POST", path: "docket/v1/service/documents/zip", parse: false };
    try {
      const answer = await window.wp.apiFetch({ ...request, data: { documentIds } });
      return await answer.blob();
    } catch (thrown) {
      // With `parse: false` api-fetch throws the answer itself.
      throw thrown instanceof Response ? await thrown.json().catch(() => null) : thrown;
    }
  },

  /** Fills %s, or %1$s and %2$s, as PHP does. */
  fill(text, ...values) {
    return values.reduce(
      (filled, value, index) => filled.replace(new RegExp(`%(${index + 1}\\$)?s`), () => value),
      text,
    );
  },

  /** An element with attributes, listeners (`onclick`) and children; texts become text, never markup. */
  element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  },

  messageOf(problem) {
    return problem?.message || window.docketOrders.words.unread;
  },

  /** Why it was not done and, where the plan is full, the way on. */
  explain(problem) {
    const { planUrl, words } = window.docketOrders;
    const isFull = problem?.code === "docket_allowance_reached" || problem?.heldCount > 0;
    const link = isFull ? [" ", this.element("a", { href: planUrl }, words.plan)] : [];
    return [this.messageOf(problem), ...link];
  },

  nameOf({ kind, number }) {
    const { kinds, document: unknown } = window.docketOrders.words;
    return `${kinds[kind] || unknown}${number ? ` ${number}` : ""}`;
  },

  stateOf({ kind, state, delivery, isPaid, heldAs }) {
    const { words } = window.docketOrders;
    if (state === "draft") return heldAs ? words.held : words.draft;
    const names = { waiting: words.waiting, sent: words.sent, failed: words.failed };
    const name = names[delivery] || words.issued;
    const paid = kind === "creditNote" ? words.paidBack : words.paid;
    return isPaid ? `${name} · ${paid}` : name;
  },

  fileUrl({ documentId }) {
    const url = new URL(window.docketOrders.fileUrl);
    const file = `${encodeURIComponent(documentId)}/file`;
    // Without pretty permalinks the route itself is a parameter.
    const route = url.searchParams.get("rest_route");
    if (route) url.searchParams.set("rest_route", route + file);
    else url.pathname += file;
    url.searchParams.set("type", "pdf");
    url.searchParams.set("_wpnonce", window.docketOrders.fileNonce);
    return url.href;
  },

  /** A document whose content a privacy request removed is no longer shown. */
  isShown({ state }) {
    return state === "draft" || state === "issued";
  },

  /** Documents by order id. */
  async documentsOf(orderIds) {
    const documents = {};
    for (let start = 0; start < orderIds.length; start += this.MOST_ORDERS) {
      const some = orderIds.slice(start, start + this.MOST_ORDERS);
      Object.assign(documents, await this.call("POST", "orders/documents", { orderIds: some }));
    }
    return documents;
  },

  /** As many orders as the service tells of in one call. */
  MOST_ORDERS: 500,
};
