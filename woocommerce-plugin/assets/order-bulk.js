"use strict";

/* Bulk actions of the order list, with progress: WordPress only hands over which orders were chosen. */
{
  const { docket, docketOrders } = window;
  const { element, fill } = docket;
  const { words, bulk } = docketOrders;

  const bar = element("progress", { value: 0 });
  const text = element("p", { role: "status" });
  const problems = element("ul", { class: "docket-problems" });
  const actions = element("p");
  const notice = element("div", { class: "notice notice-info docket-bulk" });

  const showStep = (done, all) => {
    bar.max = all;
    bar.value = done;
    text.textContent = fill(words.progress, String(done), String(all));
  };

  const showEnd = (look, sentence, ...then) => {
    bar.remove();
    text.textContent = sentence;
    actions.replaceChildren(...then);
    notice.classList.replace("notice-info", look);
  };

  /** One order after the other, oldest first: numbers follow orders. */
  const issueAll = async ({ intent, orderIds }) => {
    let isStopped = false;
    const stop = () => (isStopped = true);
    actions.append(
      element("button", { type: "button", class: "button", onclick: stop }, words.stop),
    );
    let done = 0;
    for (const [index, orderId] of orderIds.toSorted((a, b) => a - b).entries()) {
      if (isStopped) break;
      showStep(index, orderIds.length);
      try {
        await issueOne(orderId, intent);
        done += 1;
      } catch (problem) {
        // Nobody answers: the rest would not do better.
        if (problem?.code === "docket_service_unreachable") throw problem;
        const [reason, ...more] = docket.explain(problem);
        problems.append(element("li", {}, fill(words.problem, orderId, reason), ...more));
      }
    }
    const failed = problems.children.length;
    const sentences = [
      isStopped ? words.stopped : "",
      fill(words.done, String(done)),
      failed > 0 ? fill(words.problems, String(failed)) : "",
    ];
    showEnd(failed > 0 ? "notice-warning" : "notice-success", sentences.filter(Boolean).join(" "));
    await docket.showColumn();
  };

  /** An invoice that the order has already counts as done; to send it again is asked for on the order itself. */
  const issueOne = async (orderId, intent) => {
    const how = intent === "send" ? "issueAndSend" : "issue";
    try {
      await docket.call("POST", `orders/${orderId}/documents`, { kind: "invoice", how });
    } catch (problem) {
      if (problem?.code !== "docket_already_issued") throw problem;
      if (intent === "send") await sendUnsent(orderId);
    }
  };

  const sendUnsent = async (orderId) => {
    const found = (await docket.documentsOf([orderId]))[orderId] || [];
    const unsent = found.find(
      ({ kind, state, sentAt, delivery, part }) =>
        kind === "invoice" &&
        state === "issued" &&
        part === "" &&
        !sentAt &&
        delivery !== "waiting",
    );
    if (unsent === undefined) return;
    const documentIds = [unsent.documentId];
    const outcome = await docket.call("POST", "documents/commands", {
      intent: "send",
      documentIds,
    });
    if (outcome.problems.length > 0) throw outcome.problems[0];
  };

  const gatherAll = async ({ intent, orderIds }) => {
    showStep(0, orderIds.length);
    const documents = Object.values(await docket.documentsOf(orderIds)).flat();
    const issued = documents.filter(({ state }) => state === "issued");
    if (issued.length === 0) showEnd("notice-warning", words.nothing);
    else if (intent === "zip") await saveZip(issued);
    else await printAll(issued);
  };

  const saveZip = async (issued) => {
    const zip = await docket.fetchZip(issued.map(({ documentId }) => documentId));
    const href = URL.createObjectURL(zip);
    const link = element("a", { class: "button", href, download: "documents.zip" }, words.saveZip);
    showEnd("notice-success", fill(words.done, String(issued.length)), link);
    link.click();
  };

  const PAPER = "@page{margin:0}body{margin:0}img{display:block;width:100%;break-after:page}";

  /** Pages are pictures in a frame of their own: what a picture holds cannot run. */
  const printAll = async (issued) => {
    const frame = element("iframe", {
      class: "docket-print",
      "aria-hidden": "true",
      tabindex: "-1",
    });
    document.body.append(frame);
    const paper = frame.contentDocument;
    const style = paper.createElement("style");
    style.textContent = PAPER;
    paper.head.append(style);
    for (const [index, { documentId }] of issued.entries()) {
      showStep(index, issued.length);
      const pages = await docket.call("GET", `documents/${encodeURIComponent(documentId)}/pages`);
      for (const svg of pages) {
        const picture = paper.createElement("img");
        picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        paper.body.append(picture);
        await picture.decode();
      }
    }
    const onclick = () => frame.contentWindow.print();
    const look = "button button-primary";
    const again = element("button", { type: "button", class: look, onclick }, words.printNow);
    showEnd("notice-success", fill(words.done, String(issued.length)), again);
    onclick();
  };

  if (bulk && docketOrders.isConnected) {
    const title = element("p", {}, element("strong", {}, words.bulk[bulk.intent]));
    notice.append(title, bar, text, problems, actions);
    (document.querySelector(".wp-header-end") || document.querySelector(".wrap h1")).after(notice);
    const run = ["issue", "send"].includes(bulk.intent) ? issueAll : gatherAll;
    run(bulk).catch((problem) => showEnd("notice-error", docket.messageOf(problem)));
  }
}
