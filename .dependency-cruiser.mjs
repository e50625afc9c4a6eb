// The layers of core/domain, lowest first. A module imports from lower rows only, never from its own row.
const DOMAIN_LAYERS = [
  ["result", "money", "calendar"],
  ["tax", "party"],
  ["merchant"],
  ["order", "billing"],
  ["document", "numbering"],
  ["presentation", "einvoice"],
  ["doctor"],
  ["delivery", "accounting"],
  ["workflows"],
  ["screens"],
];
const TEST_FILES =
  "\\.(test|contract)\\.tsx?$|/test-support\\.ts$|^tests/|^woocommerce-plugin/tests/";
const source = (path) => ({ path, pathNot: TEST_FILES });
const anyOf = (modules) => `(${modules.join("|")})`;

const domainLayerRules = DOMAIN_LAYERS.flatMap((row, rank) =>
  row.map((module) => ({
    name: `domain-${module}-looks-down-only`,
    comment: "Data flows order → document → artefact → delivery. Import from a lower layer.",
    severity: "error",
    from: source(`^core/domain/${module}/`),
    to: {
      path: `^core/domain/${anyOf(DOMAIN_LAYERS.slice(rank).flat())}/`,
      pathNot: `^core/domain/${module}/`,
    },
  })),
);

const domainModules = anyOf(DOMAIN_LAYERS.flat());

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...domainLayerRules,
    {
      name: "domain-module-has-a-row",
      comment:
        "A new module of the domain takes its place in DOMAIN_LAYERS and in ARCHITECTURE.md.",
      severity: "error",
      from: {},
      to: { path: `^core/domain/(?!${domainModules}/)` },
    },
    {
      name: "nothing-after-document-reads-the-order",
      comment:
        "A document is a snapshot. Put what you need on the document, not back in the order.",
      severity: "error",
      from: source("^core/domain/(presentation|einvoice|doctor|delivery|accounting)/"),
      to: { path: "^core/domain/order/" },
    },
    {
      name: "domain-is-pure",
      comment: "The domain runs in the browser too: no I/O, no framework, no Node built-ins.",
      severity: "error",
      from: source("^core/domain/"),
      to: { pathNot: "^core/domain/|(^|/)node_modules/(zod|big\\.js|@types/big\\.js|stdnum)/" },
    },
    {
      name: "one-judge-of-numbers",
      comment: "VAT and company numbers are checked by core/domain/party (decision 0008).",
      severity: "error",
      from: { path: ".", pathNot: `${TEST_FILES}|^core/domain/party/` },
      to: { path: "(^|/)node_modules/stdnum/" },
    },
    {
      name: "adapters-know-the-domain-only",
      comment: "Adapters never call each other or the server; core/server joins them.",
      severity: "error",
      from: source("^core/adapters/([^/]+/[^/]+)/"),
      to: {
        path: "^(core/adapters|core/server|shopify-app|woocommerce-plugin|extensions)/",
        pathNot: "^core/adapters/$1/",
      },
    },
    {
      name: "apps-do-not-reach-adapters",
      comment: "Routes call core/server and core/domain; only core/server picks an adapter.",
      severity: "error",
      from: source("^(shopify-app|woocommerce-plugin|extensions)/"),
      to: { path: "^core/adapters/" },
    },
    {
      name: "browser-code-stays-off-the-server",
      comment: "In the app only routes and *.server.ts call core/server; they run on the server.",
      severity: "error",
      from: {
        path: "^shopify-app/app/",
        pathNot: `${TEST_FILES}|^shopify-app/app/(routes/|load-context\\.ts$)|\\.server\\.tsx?$`,
      },
      to: { path: "^(core/server|prisma)/" },
    },
    {
      name: "plugin-and-extensions-know-the-domain-only",
      comment: "They run in a browser or at the platform, and reach the server over HTTP.",
      severity: "error",
      from: source("^(woocommerce-plugin|extensions)/"),
      to: { path: "^(core/server|prisma|shopify-app)/" },
    },
    {
      name: "server-does-not-know-the-apps",
      severity: "error",
      from: source("^core/server/"),
      to: { path: "^(shopify-app|woocommerce-plugin|extensions)/" },
    },
    {
      name: "public-face-only",
      comment: "Another module is imported by its index.ts.",
      severity: "error",
      from: source("^core/domain/([^/]+)/"),
      to: { path: "^core/domain/([^/]+)/(?!index\\.ts$)", pathNot: "^core/domain/$1/" },
    },
    {
      name: "public-face-only-from-outside",
      comment: "A module of the domain and an adapter are imported by their index.ts.",
      severity: "error",
      from: source(
        "^(core/adapters/[^/]+/[^/]+|core/server|shopify-app|woocommerce-plugin|extensions)/",
      ),
      to: { path: "^core/(domain/[^/]+|adapters/[^/]+/[^/]+)/(?!index\\.ts$)", pathNot: "^$1/" },
    },
    { name: "no-tests-in-product", severity: "error", from: source("."), to: { path: TEST_FILES } },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "resolvable",
      comment: "The plugin's admin has packages of its own, which its own build resolves.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(@wordpress/|react$|react/)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(shopify-app|woocommerce-plugin)/build/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
