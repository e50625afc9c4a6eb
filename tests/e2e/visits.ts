import { asJson } from "./shop-for-tests.ts";

/** What a shop may never see of another. */
export interface Target {
  readonly documentId: string;
  readonly draftId: string;
  readonly orderId: string;
}

export interface Visit {
  readonly path: string;
  readonly request?: RequestInit;
  /** What the other shop is told. */
  readonly status: number;
  readonly says?: string | RegExp;
}

/** Where Remix asks for the data of one route. */
export const loads = (path: string, route: string): string =>
  `${path}${path.includes("?") ? "&" : "?"}_data=${encodeURIComponent(`routes/${route}`)}`;

/** What another shop tries on each route to reach the target, by the route's file. */
export const visitsTo = ({
  documentId,
  draftId,
  orderId,
}: Target): Readonly<Record<string, readonly Visit[]>> => ({
  "app.tsx": [{ path: loads("/app", "app"), status: 200, says: "timeZone" }],
  "app._index.tsx": [
    { path: loads("/app?index", "app._index"), status: 200, says: '"recentDocuments":[]' },
  ],
  "app.documents.$documentId.tsx": [documentId, draftId].flatMap((id) => [
    { path: loads(`/app/documents/${id}`, "app.documents.$documentId"), status: 404 },
    { path: `/app/documents/${id}`, status: 404 },
  ]),
  "app.documents.$documentId_.pages.ts": [
    { path: `/app/documents/${documentId}/pages`, status: 404 },
    { path: `/app/documents/${draftId}/pages`, status: 404 },
  ],
  "app.documents.$documentId_.$type.ts": [documentId, draftId].flatMap((id) =>
    ["pdf", "ubl", "cii", "facturx"].map((type) => ({
      path: `/app/documents/${id}/${type}`,
      status: 404,
    })),
  ),
  "app.documents._index.tsx": [
    { path: loads("/app/documents", "app.documents._index"), status: 200, says: '"rows":[]' },
    {
      path: loads("/app/documents?search=Klant", "app.documents._index"),
      status: 200,
      says: '"rows":[]',
    },
  ],
  "app.documents.commands.ts": [
    { intent: "issue", send: true },
    { intent: "send", requestId: crypto.randomUUID(), recipient: "thief@example.com" },
    { intent: "discard" },
    { intent: "check" },
  ].map((command) => ({
    path: "/app/documents/commands",
    request: asJson("POST", { ...command, documentIds: [documentId, draftId] }),
    status: 200,
    says: /"doneCount":0.*no longer exists.*no longer exists/,
  })),
  "app.documents.zip.ts": [
    // An archive without a file is 22 bytes: the end record alone.
    {
      path: `/app/documents/zip?id=${documentId}&id=${draftId}`,
      status: 200,
      says: `PK\u0005\u0006${"\0".repeat(18)}`,
    },
  ],
  "app.plan.tsx": [
    { path: loads("/app/plan", "app.plan"), status: 200, says: '"issued":0' },
    {
      path: loads("/app/plan", "app.plan"),
      request: asJson("POST", { intent: "cancel" }),
      status: 200,
      says: "nothing to end",
    },
  ],
  "app.plan_.held.ts": [
    {
      path: "/app/plan/held",
      request: asJson("POST", { passed: 0 }),
      status: 200,
      says: '{"left":0,"problems":[]}',
    },
  ],
  "app.orders.tsx": [
    { path: loads("/app/orders?search=Klant", "app.orders"), status: 200, says: '"rows":[]' },
    ...["draft", "issue", "issueAndSend"].map((how) => ({
      path: loads("/app/orders", "app.orders"),
      request: asJson("POST", { orderId: orderId, kind: "invoice", how }),
      status: 200,
      says: "The shop has no such order",
    })),
  ],
  "app.refunds.ts": [
    {
      path: `/app/refunds?orderId=${encodeURIComponent(orderId)}`,
      status: 200,
      says: "The shop has no such order",
    },
    {
      path: "/app/refunds",
      request: asJson("POST", {
        orderId,
        refundId: "1",
        elsewhere: { number: "INV-77", issueDate: "2026-11-01" },
        how: "issue",
      }),
      status: 200,
      says: "The shop has no such order",
    },
  ],
  "app.settings._index.tsx": [
    { path: loads("/app/settings?index", "app.settings._index"), status: 200 },
  ],
  "app.settings.brand.tsx": [
    settingsPage("brand", "#1f4e5f"),
    saves("brand", { brand: { color: "#000000" } }),
  ],
  "app.settings.e-invoicing.tsx": [
    settingsPage("e-invoicing", '"profile":"auto"'),
    saves("e-invoicing", { eInvoicing: { attachesPdf: true } }),
  ],
  "app.settings.logo.ts": [
    { path: "/app/settings/logo", status: 404 },
    {
      path: "/app/settings/logo",
      request: { method: "DELETE" },
      status: 200,
      says: '"problem":""',
    },
  ],
  "app.settings.numbering.tsx": [
    settingsPage("numbering", '"issuedCount":0'),
    saves("numbering", { journals: [journal("Other"), CREDIT_NOTES] }),
  ],
  "app.settings.payment.tsx": [
    settingsPage("payment", '"termDays":14'),
    saves("payment", { payment: { termDays: 1 } }),
  ],
  "app.settings.rules.$ruleId.tsx": [
    { path: loads("/app/settings/rules/rule-2", "app.settings.rules.$ruleId"), status: 404 },
    {
      path: loads("/app/settings/rules/invoice-when-paid", "app.settings.rules.$ruleId"),
      request: { method: "DELETE" },
      status: 204,
    },
  ],
  "app.settings.rules._index.tsx": [
    { path: loads("/app/settings/rules?index", "app.settings.rules._index"), status: 200 },
  ],
  "app.settings.seller.tsx": [
    settingsPage("seller", "Atelier other"),
    saves("seller", { seller: { legalName: "Andere BV" } }),
  ],
  "app.settings.sending.tsx": [
    settingsPage("sending", '"bcc":""'),
    saves("sending", { sending: { replyTo: "thief@example.com" } }),
  ],
  "app.settings.test-mail.ts": [
    {
      path: "/app/settings/test-mail",
      request: asJson("POST", { recipient: "other@example.com" }),
      status: 200,
      says: '"problem":""',
    },
  ],
  "app.settings.text-preview.ts": [
    {
      path: "/app/settings/text-preview",
      request: asJson("POST", {
        language: "nl",
        paidState: "paid",
        caption: "{{ order.number }} {{ buyer.name }} {{ seller.name }}",
        subject: "{{ document.number }}",
        body: "",
      }),
      status: 200,
    },
  ],
  "app.settings.texts.tsx": [settingsPage("texts", "ownLanguage"), saves("texts", { texts: {} })],
  "app.settings.vat.tsx": [
    settingsPage("vat", '"untaxedSales":"ask"'),
    saves("vat", { vat: { usesOss: true } }),
  ],
});

export const journal = (name: string) => ({
  journalId: "invoices",
  name,
  pattern: `${name}-{number:4}`,
  startNumber: 115,
  resetsYearly: false,
});
const settingsPage = (page: string, says: string): Visit => ({
  path: loads(`/app/settings/${page}`, `app.settings.${page}`),
  status: 200,
  says,
});
const saves = (page: string, content: unknown): Visit => ({
  ...settingsPage(page, '"isSaved":true'),
  request: asJson("POST", content),
});
/** The default rules number credit notes in it. */
export const CREDIT_NOTES = {
  journalId: "credit-notes",
  name: "Credit notes",
  pattern: "CN{year}-{number:4}",
  startNumber: 1,
  resetsYearly: true,
};
