/** Who looks at a page. Nobody is signed in as a visitor. */
export type Viewer = "visitor" | "owner" | "operator";

export interface GalleryPage {
  /** Also the picture's file name. */
  name: string;
  viewer: Viewer;
  path: string;
  /** The links or rows to follow, one after the other, to what has an address only in this installation. */
  follow?: readonly string[];
}

const of = (
  viewer: Viewer,
  pages: Record<string, string | [path: string, ...follow: string[]]>,
): GalleryPage[] =>
  Object.entries(pages).map(([name, page]) => {
    const [path, ...follow] = typeof page === "string" ? ([page] as const) : page;
    return { name, viewer, path, follow };
  });

/** What leads to a page of the demo's customer among all customers. */
const CUSTOMER = "main table a:text-is('Acme Research')";
const tabOf = (page: string) => `nav[aria-label=Account] a[href$='/${page}']`;

/** Every page of the product. `npm run gallery` takes each at three widths in both themes; a new page gets a line here. */
export const PAGES: readonly GalleryPage[] = [
  ...of("visitor", {
    "sign-in": "/sign-in",
    "sign-up": "/sign-up",
    "forgot-password": "/forgot-password",
    "reset-password": "/reset-password?token=of-a-mail",
    invitation: "/invitation?token=of-a-mail",
    "confirm-address": "/confirm-address?token=of-a-mail",
    docs: "/docs",
    "docs-calls": "/docs/api/metering",
    "guide-customer": "/docs/guides/customer",
    "guide-operator": "/docs/guides/operator",
    "guide-platform": "/docs/guides/platform",
    "guide-webhooks": "/docs/guides/webhooks",
    "guide-production": "/docs/guides/production",
  }),
  ...of("owner", {
    billing: "/billing",
    explain: ["/billing?type=spend", "main a[href*='explain=']"],
    "billing-as-of": "/billing?as_of=2026-10-15",
    "billing-usage": "/billing/usage",
    grants: "/billing/grants",
    statements: "/billing/statements",
    statement: ["/billing/statements", "main table tbody tr >> nth=1 >> a >> nth=0"],
    receipt: ["/billing/statements", "main a[href*='/billing/receipts/'] >> nth=0"],
    "credit-note": ["/billing/statements", "main section[aria-labelledby='credit-notes'] table a >> nth=0"],
    buy: "/billing/buy",
    consumption: "/consumption",
    "consumption-months": "/consumption?per=month",
    usage: "/usage",
    "usage-compared": "/usage?range=this_month&compare=1",
    calls: "/usage/calls",
    "calls-compared": "/usage/calls?range=7d&compare=1&lines=group",
    "calls-of-a-day": ["/usage/calls", "main table tbody tr >> nth=20 >> a >> nth=0"],
    call: ["/usage/calls?calls=all", "main table >> nth=1 >> tbody tr >> nth=0 >> a"],
    "tools-compared": "/usage/tools?compare=1",
    "models-compared": "/usage/models?compare=1",
    tools: "/usage/tools",
    models: "/usage/models",
    guardrails: "/usage/guardrails",
    scripts: "/usage/scripts",
    instances: "/usage/instances",
    "cost-preview": "/cost-preview",
    "cost-preview-answer":
      "/cost-preview?feature=model_inference&model=gpt-4o&input_tokens=1200&max_output_tokens=500&count=10",
    pricing: "/pricing",
    account: "/settings/account",
    members: "/settings/members",
    teams: "/settings/teams",
    budgets: "/settings/budgets",
    alerts: "/settings/alerts",
    "auto-recharge": "/settings/auto-recharge",
    "payment-methods": "/settings/payment-methods",
    keys: "/settings/keys",
    "provider-keys": "/settings/provider-keys",
    webhooks: "/settings/webhooks",
    mandates: "/settings/mandates",
    profile: "/settings/profile",
    audit: "/settings/audit",
  }),
  ...of("operator", {
    // Who belongs to no account, as these operators do.
    welcome: "/welcome",
    admin: "/admin",
    "admin-accounts": "/admin/accounts",
    "admin-account": ["/admin/accounts", CUSTOMER],
    "admin-account-payments": ["/admin/accounts", CUSTOMER, tabOf("payments")],
    "admin-account-transactions": ["/admin/accounts", CUSTOMER, tabOf("transactions")],
    "admin-account-terms": ["/admin/accounts", CUSTOMER, tabOf("terms")],
    "admin-account-members": ["/admin/accounts", CUSTOMER, tabOf("members")],
    "admin-corrections": "/admin/corrections",
    "admin-new-correction": "/admin/corrections/new",
    "admin-grants": "/admin/grants",
    "admin-new-grant": "/admin/grants/new",
    "admin-re-rates": "/admin/re-rates",
    "admin-new-re-rate": "/admin/re-rates/new",
    "admin-contracts": "/admin/contracts",
    "admin-new-contract": "/admin/contracts/new",
    "admin-leads": "/admin/leads",
    "admin-events": "/admin/events",
    "admin-reconciliation": "/admin/reconciliation",
    "admin-rate-cards": "/admin/rate-cards",
    "admin-rate-card": "/admin/rate-cards/1",
    "admin-margins": "/admin/margins",
    "admin-ledger": "/admin/ledger",
    "admin-jobs": "/admin/jobs",
    "admin-webhooks": "/admin/webhooks",
    "admin-emails": "/admin/emails",
    "admin-email": ["/admin/emails", "main table tbody tr >> nth=0 >> a"],
    "admin-queries": "/admin/queries",
    "admin-resources": "/admin/resources",
    "admin-audit": "/admin/audit",
    "admin-audit-accounts": "/admin/audit?of=accounts",
    "admin-health": "/admin/health",
    "admin-liability": "/admin/liability",
    "admin-bills": "/admin/bills",
    "admin-torture": "/admin/torture",
  }),
];
