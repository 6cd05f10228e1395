// The layers of lib/, lowest first. A file imports its own layer and those before it.
const LAYERS = [
  "programs",
  "env",
  "values",
  "db",
  "queue",
  "ledger",
  "mail",
  "accounts",
  "webhooks",
  "budgets",
  "metering",
  "approvals",
  "gateway",
  "deployments",
  "purchases",
  "alerts",
  "reports",
  "backoffice",
  "mcp",
  "web",
  "worker",
  "cli",
];

// Doors for forms stand above `web`, whatever domain they belong to. Tests and the test harness may import everything.
const DOORS = "^lib/.+/actions\\.ts$";
const TESTS = "\\.test\\.tsx?$|^lib/testing/";
// The ledger's types are lists of its words besides, and import nothing that runs.
const PURE = "^lib/values/|^lib/ledger/types\\.ts$|/rules/|/schema\\.ts$";
// What other domains' schemas build on; besides schemas they hold the lists of words of the ledger.
const SCHEMAS = "/schema-[a-z]+\\.ts$";

const layerRules = LAYERS.slice(0, -1).map((layer, index) => ({
  name: `${layer}-imports-only-what-is-below`,
  severity: "error",
  from: { path: `^lib/${layer}/`, pathNot: [DOORS, TESTS] },
  to: { path: `^lib/(${LAYERS.slice(index + 1).join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...layerRules,
    {
      name: "doors-stand-below-worker-and-cli",
      severity: "error",
      from: { path: DOORS, pathNot: TESTS },
      to: { path: "^lib/(worker|cli)/" },
    },
    {
      name: "lib-knows-no-doors",
      comment: "lib/ does not import pages, routes or components.",
      severity: "error",
      from: { path: "^lib/", pathNot: TESTS },
      to: { path: "^(app|components)/" },
    },
    {
      name: "rules-are-pure",
      comment: "rules/, schema.ts and values import pure code only: no I/O, no clock, no randomness.",
      severity: "error",
      from: { path: PURE, pathNot: TESTS },
      to: {
        path: "^(lib|app|components|prisma)/",
        pathNot: [PURE, SCHEMAS],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "rules-do-no-io",
      severity: "error",
      from: { path: PURE, pathNot: TESTS },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|assert|assert/strict|zlib)$" },
    },
    {
      name: "components-never-reach-verbs",
      comment:
        "Components get props and send events. Types are free; of code only what is pure, and actions.",
      severity: "error",
      from: { path: "^components/", pathNot: TESTS },
      to: {
        path: "^(lib|app)/",
        pathNot: [PURE, DOORS, "^lib/web/action-result\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pages-never-reach-the-database",
      severity: "error",
      from: { path: "^app/", pathNot: TESTS },
      to: { path: "^lib/db/" },
    },
    {
      name: "server-only-in-web",
      comment: "The worker and the command line run outside Next.",
      severity: "error",
      from: { pathNot: "^lib/web/" },
      to: { path: "server-only" },
    },
    {
      name: "sandbox-stands-alone",
      comment:
        "The product cannot tell the stand-ins from the real thing, because they share nothing with it.",
      severity: "error",
      from: { path: "^lib/sandbox/", pathNot: TESTS },
      to: { path: "^(lib/(?!sandbox/)|app/|components/)" },
    },
    {
      name: "nothing-imports-the-sandbox",
      severity: "error",
      from: { pathNot: `^lib/sandbox/|${TESTS}` },
      to: { path: "^lib/sandbox/" },
    },
    {
      name: "client-stands-alone",
      comment: "What a customer's service takes with it: a folder, and one package.",
      severity: "error",
      from: { path: "^lib/client/", pathNot: TESTS },
      to: { path: "^(lib/(?!client/)|app/|components/|prisma/)" },
    },
    {
      name: "client-runs-anywhere",
      severity: "error",
      from: { path: "^lib/client/", pathNot: TESTS },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "testing-is-for-tests",
      severity: "error",
      from: { pathNot: `${TESTS}|^(bench|e2e)/|^vitest\\.config\\.ts$` },
      to: { path: "^lib/testing/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/db/generated/|^\\.next/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
