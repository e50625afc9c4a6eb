"use strict";

/* The box of documents on the order screen. */
{
  const { docket, docketOrders } = window;
  const { element } = docket;
  const { words } = docketOrders;
  const panel = document.querySelector("[data-docket-panel]");
  const orderId = panel?.dataset.docketPanel;

  const tell = (text) => element("p", { class: "docket-told", role: "status" }, text);
  const tellProblem = (problem) =>
    element("p", { class: "docket-problem", role: "alert" }, ...docket.explain(problem));

  /** A button that is out of reach while what it asked for is done; the box is read anew afterwards. */
  const button = (label, task, look = "") => {
    const onclick = async () => {
      for (const other of panel.querySelectorAll("button")) other.disabled = true;
      panel.append(tell(words.busy));
      const problem = await task().then(
        ({ problems: [first] = [], heldCount }) => first && { ...first, heldCount },
        (thrown) => thrown || {},
      );
      await showPanel(problem === undefined ? [] : [tellProblem(problem)]);
    };
    const attributes = { type: "button", class: `button button-small ${look}`, onclick };
    return element("button", attributes, label);
  };

  const command =
    (intent, { documentId }, more = {}) =>
    () =>
      docket.call("POST", "documents/commands", { intent, documentIds: [documentId], ...more });

  const entry = ({ at, type, detail }) => {
    const style = { dateStyle: "short", timeStyle: "short" };
    const moment = new Date(at).toLocaleString(docketOrders.locale, style);
    const what = `${words.timeline[type] || type}${detail ? ` – ${detail}` : ""}`;
    return element("li", {}, element("time", { datetime: at }, moment), ` ${what}`);
  };

  /** Read when it is opened, once. */
  const timeline = ({ documentId }) => {
    const list = element("ol", {}, element("li", {}, words.busy));
    let isAsked = false;
    const ontoggle = async () => {
      if (isAsked) return;
      isAsked = true;
      try {
        const read = await docket.call("GET", `documents/${encodeURIComponent(documentId)}`);
        list.replaceChildren(...read.timeline.map(entry));
      } catch (problem) {
        list.replaceChildren(element("li", {}, docket.messageOf(problem)));
      }
    };
    return element("details", { ontoggle }, element("summary", {}, words.history), list);
  };

  const actionsOf = (found) =>
    found.state === "draft"
      ? [
          button(words.issue, command("issue", found)),
          button(words.issueAndSend, command("issue", found, { send: true }), "button-primary"),
        ]
      : [button(found.sentAt ? words.sendAgain : words.send, command("send", found))];

  const documentRow = (found) => {
    const look = { class: "button button-small", href: docket.fileUrl(found), target: "_blank" };
    const open = element("a", look, found.state === "draft" ? words.preview : words.open);
    return element(
      "div",
      { class: "docket-row" },
      element("strong", {}, docket.nameOf(found)),
      element("small", {}, docket.stateOf(found)),
      element("p", { class: "docket-actions" }, open, ...actionsOf(found)),
      timeline(found),
    );
  };

  /** Kinds that the order has not; none left makes no row. */
  const makeRows = (existing) => {
    const whole = existing.filter(({ state, part }) => state === "issued" && part === "");
    const taken = ["creditNote", ...whole.map(({ kind }) => kind)];
    const kinds = Object.entries(words.kinds).filter(([kind]) => !taken.includes(kind));
    if (kinds.length === 0) return [];
    const options = kinds.map(([value, name]) => element("option", { value }, name));
    const select = element("select", { "aria-label": words.kind }, ...options);
    const make = (how) => () =>
      docket.call("POST", `orders/${orderId}/documents`, { kind: select.value, how });
    const actions = [
      button(words.makeDraft, make("draft")),
      button(words.issue, make("issue")),
      button(words.issueAndSend, make("issueAndSend"), "button-primary"),
    ];
    const title = element("strong", {}, words.make);
    const row = element("p", { class: "docket-actions" }, ...actions);
    return [element("div", { class: "docket-row" }, title, select, row)];
  };

  /** Refunds that no credit note tells of. Not to know them is no reason to show nothing. */
  const refundRows = async () => {
    if (panel.dataset.hasRefunds !== "1") return [];
    const refunds = await docket.call("GET", `orders/${orderId}/refunds`).catch(() => []);
    const open = refunds.filter(({ creditNote }) => creditNote === null);
    return open.map(({ refundId, amount, currency }) => {
      const wanted = { refundId, elsewhere: null, how: "draft" };
      const credit = () => docket.call("POST", `orders/${orderId}/credit-notes`, wanted);
      const sentence = element("p", {}, docket.fill(words.refund, `${amount} ${currency}`));
      return element("div", { class: "docket-row" }, sentence, button(words.creditNote, credit));
    });
  };

  const showPanel = async (told = []) => {
    try {
      const [found, refunds] = await Promise.all([docket.documentsOf([orderId]), refundRows()]);
      const documents = (found[orderId] || []).filter(docket.isShown);
      const rows = documents.length > 0 ? documents.map(documentRow) : [tell(words.none)];
      panel.replaceChildren(...told, ...rows, ...refunds, ...makeRows(documents));
    } catch (problem) {
      const onclick = () => showPanel();
      const retry = element("button", { type: "button", class: "button", onclick }, words.retry);
      panel.replaceChildren(...told, tellProblem(problem), retry);
    }
  };

  if (panel && docketOrders.isConnected) {
    void showPanel();
  } else if (panel) {
    const link = element("a", { href: docketOrders.connectUrl }, words.connect);
    panel.replaceChildren(tell(words.notConnected), link);
  }
}
