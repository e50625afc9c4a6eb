/*
 * The order list and the order screen of WooCommerce: documents of each order, and bulk actions with progress. Everything is read
 * and done through the plugin's REST routes, after the page stands; the shop's screens never wait for Docket.
 */
"use strict";

// A block: what is named here is nobody else's.
{
  const { apiFetch } = window.wp;
  const settings = window.docketOrders;
  const { words } = settings;

  const call = (method, path, data) =>
    apiFetch({ method, path: `docket/v1/service/${path}`, ...(data && { data }) });

  const fill = (text, ...values) =>
    values.reduce(
      (filled, value, index) => filled.replace(new RegExp(`%(${index + 1}\\$)?s`), () => value),
      text,
    );

  /** An element with attributes and children; texts become text, never markup. */
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value !== null) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  };

  const messageOf = (problem) => (problem && problem.message) || words.unread;
  const nameOf = ({ kind, number }) =>
    `${words.kinds[kind] || words.document}${number ? ` ${number}` : ""}`;
  const fileUrl = ({ documentId }) => {
    const url = new URL(settings.fileUrl);
    const file = `${encodeURIComponent(documentId)}/file`;
    // Without pretty permalinks the route itself is a parameter.
    const route = url.searchParams.get("rest_route");
    if (route) url.searchParams.set("rest_route", route + file);
    else url.pathname += file;
    url.searchParams.set("type", "pdf");
    url.searchParams.set("_wpnonce", settings.fileNonce);
    return url.href;
  };
  const stateOf = ({ kind, state, delivery, isPaid }) => {
    if (state === "draft") return words.draft;
    const sending =
      { waiting: words.waiting, sent: words.sent, failed: words.failed }[delivery] || words.issued;
    return isPaid && kind !== "creditNote" ? `${sending} · ${words.paid}` : sending;
  };
  const isShown = ({ state }) => state === "draft" || state === "issued";

  /** As many orders as the service tells of in one call. */
  const MOST_ORDERS = 500;
  const documentsOf = async (orderIds) => {
    const documents = {};
    for (let start = 0; start < orderIds.length; start += MOST_ORDERS) {
      Object.assign(
        documents,
        await call("POST", "orders/documents", {
          orderIds: orderIds.slice(start, start + MOST_ORDERS),
        }),
      );
    }
    return documents;
  };

  /* The order list. */

  const showCell = (cell, documents) => {
    const rows = documents
      .filter(isShown)
      .map((found) =>
        element(
          "span",
          {
            class: `docket-document docket-${found.delivery === "failed" ? "failed" : found.state}`,
          },
          element("a", { href: fileUrl(found), target: "_blank" }, nameOf(found)),
          element("small", {}, stateOf(found)),
        ),
      );
    cell.replaceChildren(
      ...(rows.length ? rows : [element("span", { class: "docket-none" }, "–")]),
    );
  };

  const showColumn = async () => {
    const cells = [...document.querySelectorAll("[data-docket-order]")];
    // A click on a row of WooCommerce's list opens the order; a click on a document does not.
    cells.forEach((cell) => cell.addEventListener("click", (event) => event.stopPropagation()));
    try {
      const documents = await documentsOf(cells.map((cell) => cell.dataset.docketOrder));
      cells.forEach((cell) => showCell(cell, documents[cell.dataset.docketOrder] || []));
    } catch (problem) {
      cells.forEach((cell) =>
        cell.replaceChildren(
          element("span", { class: "docket-none", title: messageOf(problem) }, "?"),
        ),
      );
    }
  };

  /* The box on the order screen. */

  const panel = document.querySelector("[data-docket-panel]");
  const tell = (text, isProblem) =>
    element(
      "p",
      { class: isProblem ? "docket-problem" : "docket-told", role: isProblem ? "alert" : "status" },
      text,
    );

  /** A button that is out of reach while what it asked for is done, and reads the box anew afterwards. */
  const button = (label, task, isPrimary = false) =>
    element(
      "button",
      {
        type: "button",
        class: `button button-small${isPrimary ? " button-primary" : ""}`,
        onclick: async () => {
          panel.querySelectorAll("button").forEach((other) => (other.disabled = true));
          panel.append(tell(words.busy));
          let problem = null;
          try {
            const outcome = await task();
            problem = outcome && outcome.problems && outcome.problems[0];
          } catch (thrown) {
            problem = thrown;
          }
          await showPanel(problem && tell(messageOf(problem), true));
        },
      },
      label,
    );

  const command = (intent, { documentId }, more) =>
    call("POST", "documents/commands", { intent, documentIds: [documentId], ...more });

  const timelineOf = ({ documentId }) =>
    element(
      "details",
      {
        ontoggle: async ({ target }) => {
          if (!target.open || target.dataset.isRead) return;
          target.dataset.isRead = "1";
          const list = element("ol", {}, element("li", {}, words.busy));
          target.append(list);
          try {
            const { timeline } = await call("GET", `documents/${encodeURIComponent(documentId)}`);
            list.replaceChildren(...timeline.map(entryOf));
          } catch (problem) {
            list.replaceChildren(element("li", {}, messageOf(problem)));
          }
        },
      },
      element("summary", {}, words.history),
    );

  const entryOf = ({ at, type, detail }) =>
    element(
      "li",
      {},
      element(
        "time",
        { datetime: at },
        new Date(at).toLocaleString(settings.locale, { dateStyle: "short", timeStyle: "short" }),
      ),
      ` ${words.timeline[type] || type}${detail ? ` – ${detail}` : ""}`,
    );

  const documentRow = (found) => {
    const actions =
      found.state === "draft"
        ? [
            button(words.issue, () => command("issue", found)),
            button(words.issueAndSend, () => command("issue", found, { send: true }), true),
          ]
        : [button(found.sentAt ? words.sendAgain : words.send, () => command("send", found))];
    return element(
      "div",
      { class: "docket-row" },
      element("strong", {}, nameOf(found)),
      " ",
      element("small", {}, stateOf(found)),
      element(
        "p",
        { class: "docket-actions" },
        element(
          "a",
          { class: "button button-small", href: fileUrl(found), target: "_blank" },
          found.state === "draft" ? words.preview : words.open,
        ),
        ...actions,
      ),
      timelineOf(found),
    );
  };

  const makeRow = (orderId, existing) => {
    const taken = existing
      .filter(({ state, part }) => state === "issued" && part === "")
      .map(({ kind }) => kind);
    const kinds = Object.entries(words.kinds).filter(
      ([kind]) => kind !== "creditNote" && !taken.includes(kind),
    );
    if (kinds.length === 0) return null;
    const select = element(
      "select",
      { "aria-label": words.kind },
      ...kinds.map(([value, name]) => element("option", { value }, name)),
    );
    const make = (how) => () =>
      call("POST", `orders/${orderId}/documents`, { kind: select.value, how });
    return element(
      "div",
      { class: "docket-row" },
      element("strong", {}, words.make),
      select,
      element(
        "p",
        { class: "docket-actions" },
        button(words.makeDraft, make("draft")),
        button(words.issue, make("issue")),
        button(words.issueAndSend, make("issueAndSend"), true),
      ),
    );
  };

  const refundRows = async (orderId) => {
    if (panel.dataset.hasRefunds !== "1") return [];
    const refunds = await call("GET", `orders/${orderId}/refunds`);
    return refunds
      .filter(({ creditNote }) => creditNote === null)
      .map(({ refundId, amount, currency }) =>
        element(
          "div",
          { class: "docket-row" },
          element("p", {}, fill(words.refund, `${amount} ${currency}`)),
          button(words.creditNote, () =>
            call("POST", `orders/${orderId}/credit-notes`, {
              refundId,
              elsewhere: null,
              how: "draft",
            }),
          ),
        ),
      );
  };

  const showPanel = async (notice = null) => {
    const orderId = panel.dataset.docketPanel;
    try {
      const [found, refunds] = await Promise.all([
        documentsOf([orderId]),
        refundRows(orderId).catch(() => []),
      ]);
      const documents = (found[orderId] || []).filter(isShown);
      const rows = documents.length ? documents.map(documentRow) : [element("p", {}, words.none)];
      panel.replaceChildren(
        ...[notice, ...rows, ...refunds, makeRow(orderId, documents)].filter(Boolean),
      );
    } catch (problem) {
      panel.replaceChildren(
        ...[notice, tell(messageOf(problem), true)].filter(Boolean),
        element(
          "button",
          { type: "button", class: "button", onclick: () => showPanel() },
          words.retry,
        ),
      );
    }
  };

  /* Bulk actions. */

  const startBulk = ({ intent, orderIds }) => {
    const bar = element("progress", { max: orderIds.length, value: 0 });
    const text = element("p", { role: "status" });
    const problems = element("ul", { class: "docket-problems" });
    const actions = element("p", {});
    const notice = element(
      "div",
      { class: "notice notice-info docket-bulk" },
      element("p", {}, element("strong", {}, words.bulk[intent])),
      bar,
      text,
      problems,
      actions,
    );
    const place = document.querySelector(".wp-header-end") || document.querySelector(".wrap h1");
    place.after(notice);
    const shown = {
      step: (done) => {
        bar.value = done;
        text.textContent = fill(words.progress, String(done), String(orderIds.length));
      },
      problem: (orderId, reason) =>
        problems.append(element("li", {}, fill(words.problem, orderId, reason))),
      end: (sentence, ...then) => {
        bar.remove();
        text.textContent = sentence;
        actions.replaceChildren(...then);
        notice.classList.replace(
          "notice-info",
          problems.children.length ? "notice-warning" : "notice-success",
        );
      },
      fail: (problem) => {
        bar.remove();
        actions.replaceChildren();
        text.textContent = messageOf(problem);
        notice.classList.replace("notice-info", "notice-error");
      },
      actions,
    };
    const run = intent === "issue" || intent === "send" ? issueAll : gatherAll;
    run({ intent, orderIds }, shown).catch(shown.fail);
  };

  /** One order after the other: numbers follow the order of the list, oldest first. */
  const issueAll = async ({ intent, orderIds }, shown) => {
    let isStopped = false;
    const oldestFirst = orderIds.toSorted((a, b) => a - b);
    shown.actions.append(
      element(
        "button",
        { type: "button", class: "button", onclick: () => (isStopped = true) },
        words.stop,
      ),
    );
    let done = 0;
    let failed = 0;
    for (const [index, orderId] of oldestFirst.entries()) {
      if (isStopped) break;
      shown.step(index);
      try {
        await issueOne(orderId, intent);
        done += 1;
      } catch (problem) {
        // Nobody answers: the rest would not do better.
        if (problem && problem.code === "docket_service_unreachable") throw problem;
        failed += 1;
        shown.problem(orderId, messageOf(problem));
      }
    }
    const sentences = [
      isStopped ? words.stopped : "",
      fill(words.done, String(done)),
      failed ? fill(words.problems, String(failed)) : "",
    ];
    shown.end(sentences.filter(Boolean).join(" "));
    await showColumn();
  };

  /** An invoice that the order has already counts as done; to send it again is asked for on the order itself. */
  const issueOne = async (orderId, intent) => {
    const how = intent === "send" ? "issueAndSend" : "issue";
    try {
      await call("POST", `orders/${orderId}/documents`, { kind: "invoice", how });
    } catch (problem) {
      if (!problem || problem.code !== "docket_already_issued") throw problem;
      if (intent !== "send") return;
      const found = (await documentsOf([orderId]))[orderId] || [];
      const unsent = found.find(
        ({ kind, state, sentAt, part }) =>
          kind === "invoice" && state === "issued" && part === "" && !sentAt,
      );
      if (!unsent) return;
      const outcome = await command("send", unsent);
      if (outcome.problems.length) throw outcome.problems[0];
    }
  };

  const gatherAll = async ({ intent, orderIds }, shown) => {
    shown.step(0);
    const documents = await documentsOf(orderIds);
    const issued = Object.values(documents)
      .flat()
      .filter(({ state }) => state === "issued");
    if (issued.length === 0) return shown.end(words.nothing);
    if (intent === "zip") return saveZip(issued, shown);
    return printAll(issued, shown);
  };

  const saveZip = async (issued, shown) => {
    const documentIds = issued.map(({ documentId }) => documentId);
    const answer = await apiFetch({
      method: "POST",
      path: "docket/v1/service/documents/zip",
      data: { documentIds },
      parse: false,
    }).catch(rejected);
    const address = URL.createObjectURL(await answer.blob());
    const link = element(
      "a",
      { class: "button", href: address, download: "documents.zip" },
      words.saveZip,
    );
    shown.end(fill(words.done, String(issued.length)), link);
    link.click();
  };

  /** With `parse: false` api-fetch throws the answer itself. */
  const rejected = async (thrown) => {
    throw thrown instanceof Response ? await thrown.json().catch(() => null) : thrown;
  };

  /** Pages are pictures in a frame of their own: what a picture holds cannot run. */
  const printAll = async (issued, shown) => {
    const frame = element("iframe", {
      class: "docket-print",
      "aria-hidden": "true",
      tabindex: "-1",
    });
    document.body.append(frame);
    const page = frame.contentDocument;
    page.head.append(
      Object.assign(page.createElement("style"), {
        textContent: "@page{margin:0}body{margin:0}img{display:block;width:100%;break-after:page}",
      }),
    );
    for (const [index, { documentId }] of issued.entries()) {
      shown.step(Math.min(index, issued.length));
      const pages = await call("GET", `documents/${encodeURIComponent(documentId)}/pages`);
      for (const svg of pages) {
        const picture = page.createElement("img");
        picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        page.body.append(picture);
        await picture.decode();
      }
    }
    const print = () => frame.contentWindow.print();
    shown.end(
      fill(words.done, String(issued.length)),
      element(
        "button",
        { type: "button", class: "button button-primary", onclick: print },
        words.printNow,
      ),
    );
    print();
  };

  /* Start. */

  if (settings.isConnected) {
    if (panel) void showPanel();
    if (document.querySelector("[data-docket-order]")) void showColumn();
    if (settings.bulk) startBulk(settings.bulk);
  } else {
    const link = element("a", { href: settings.connectUrl }, words.connect);
    if (panel) panel.replaceChildren(tell(words.notConnected), link);
    document.querySelectorAll("[data-docket-order]").forEach((cell) => cell.replaceChildren("–"));
  }
}
