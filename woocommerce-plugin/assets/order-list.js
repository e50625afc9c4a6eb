"use strict";

/* The column of documents in the order list: one call for the whole page. */
{
  const { docket, docketOrders } = window;
  const { element } = docket;

  const row = (found) =>
    element(
      "span",
      { class: `docket-document docket-${found.delivery === "failed" ? "failed" : found.state}` },
      element("a", { href: docket.fileUrl(found), target: "_blank" }, docket.nameOf(found)),
      element("small", {}, docket.stateOf(found)),
    );

  const cells = [...document.querySelectorAll("[data-docket-order]")];
  const write = (cell, mark, title = "") =>
    cell.replaceChildren(element("span", { class: "docket-none", title }, mark));

  docket.showColumn = async () => {
    try {
      const orderIds = cells.map((cell) => cell.dataset.docketOrder);
      const documents = await docket.documentsOf(orderIds);
      for (const cell of cells) {
        const rows = (documents[cell.dataset.docketOrder] || []).filter(docket.isShown).map(row);
        if (rows.length > 0) cell.replaceChildren(...rows);
        else write(cell, "–");
      }
    } catch (problem) {
      for (const cell of cells) write(cell, "?", docket.messageOf(problem));
    }
  };

  // A click on a row of WooCommerce's list opens the order; a click on a document does not.
  for (const cell of cells) cell.addEventListener("click", (event) => event.stopPropagation());
  if (docketOrders.isConnected) void docket.showColumn();
  else for (const cell of cells) write(cell, "–", docketOrders.words.notConnected);
}
