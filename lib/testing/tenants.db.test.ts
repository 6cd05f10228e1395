import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createKey } from "@/lib/accounts/keys";
import { inviteMember, listInvitations } from "@/lib/accounts/invitations";
import { createProject } from "@/lib/accounts/projects";
import type { Person } from "@/lib/accounts/find-session";
import { contextOfOperator, operatorOf } from "@/lib/accounts/operator";
import { createTeam, setTeamMember } from "@/lib/accounts/teams";
import { approve } from "@/lib/approvals/approve";
import { askApproval } from "@/lib/approvals/ask-approval";
import { askMandate } from "@/lib/approvals/ask-mandate";
import { NewApproval, NewMandate } from "@/lib/approvals/schema";
import { createBudget } from "@/lib/budgets/create-budget";
import { NewBudget } from "@/lib/budgets/schema";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { saveProviderKey } from "@/lib/gateway/provider-keys/save-provider-key";
import { openHold } from "@/lib/ledger/holds";
import { listTransactions } from "@/lib/ledger/list";
import { registerResource } from "@/lib/deployments/register-resource";
import { InstanceInput } from "@/lib/deployments/schema";
import { startInstance } from "@/lib/deployments/start-instance";
import { recordDataQueries } from "@/lib/metering/data-queries";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { TOOLS } from "@/lib/mcp/tools";
import { createContract } from "@/lib/purchases/contracts/create-contract";
import { createLead } from "@/lib/purchases/leads";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { createEndpoint } from "@/lib/webhooks/create-endpoint";
import { sendTest } from "@/lib/webhooks/replay";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { ACCOUNT_COOKIE } from "@/lib/web/session-cookie";
import { browseAs, browser, sessionCookie } from "./browser";
import { allActions, allRoutes } from "./doors";
import { everythingOf } from "./everything-of";
import { testOperator } from "./operators";
import { testMember, testPerson } from "./people";

/** A guardrail that runs, a model and a script. */
async function runSomething(account: Context): Promise<void> {
  const ctx = { ...account, permissions: new Set(PERMISSIONS) };
  await registerResource(ctx, "model", "their-model", { name: "Model" });
  await registerResource(ctx, "custom_script", "their-script", { name: "Script" });
  await registerResource(ctx, "guardrail", "theirs", { name: "Guardrail" });
  const guardrail = { id: "theirs", kind: "guardrail", hardware: "cpu-small", resource: "guardrail/theirs" };
  await startInstance(ctx, InstanceInput.parse(guardrail));
}

/** One of everything that an account has, by the ids under which others could try to reach it. */
async function victim() {
  const { person, accountId, ctx } = await testPerson();
  const { person: member } = await testMember(accountId, "member");
  const team = await createTeam(ctx, { name: "Team", slug: "team" });
  const project = await createProject(ctx, { name: "Project", slug: "project", teamId: team });
  await setTeamMember(ctx, { teamId: team, userId: member.userId, belongs: true });
  const key = await createKey(ctx, { name: "key", scopes: ["usage:write"] });
  await inviteMember(ctx, { email: `${newId()}@example.com`, role: "member" });
  const [invitation] = await listInvitations(ctx);
  const providerKey = await saveProviderKey(ctx, {
    provider: "openai",
    name: "Theirs",
    key: "sk-theirs-0123456789",
  });
  const { hold } = await openHold(ctx, {
    amount: parseCredits("5"),
    description: "Hold",
    idempotencyKey: newId(),
    unit: "credit",
    expiresAt: null,
  });
  await recordUsage({ ...ctx, permissions: new Set(PERMISSIONS) }, [
    { id: "their-call", model: "gpt-4o", cost_usd: "0.01", project: "project", member: person.email },
  ]);
  await recordDataQueries({ ...ctx, permissions: new Set(PERMISSIONS) }, [
    { id: "their-query", provider: "socrata", member: person.email },
  ]);
  const {
    rows: [transaction],
  } = await listTransactions(ctx, {}, { limit: 1 });
  const budget = await createBudget(
    ctx,
    NewBudget.parse({ name: "Budget", scope: "team", scope_value: "team", period: "total", limit: "1000" }),
  );
  const asker = { ...ctx, permissions: new Set(PERMISSIONS) };
  const approval = await askApproval(asker, NewApproval.parse({ title: "Job", amount: "1" }), null);
  const mandate = await askMandate(asker, NewMandate.parse({ title: "Agent", limit: "1" }), null);
  const approved = await askMandate(asker, NewMandate.parse({ title: "Agent", limit: "1" }), null);
  await approve(ctx, approved);
  const purchase = newId();
  await inAccount(accountId, (tx) =>
    tx.purchase.create({
      data: {
        accountId,
        id: purchase,
        requestKey: newId(),
        credits: parseCredits("100"),
        amountCents: 1_000n,
        unitPricePicoUsd: 100_000_000_000n,
      },
    }),
  );
  const attempt = newId();
  const card = `pm_${attempt.replaceAll("-", "")}`;
  await inAccount(accountId, async (tx) => {
    await tx.paymentMethod.create({ data: { accountId, id: card, kind: "card", last4: "4242" } });
    await tx.rechargeAttempt.create({
      data: {
        accountId,
        id: attempt,
        status: "requires_action",
        credits: parseCredits("100"),
        amountCents: 1_000n,
        paymentMethodId: card,
        balance: 0n,
        threshold: 1n,
      },
    });
  });
  await runSomething(ctx);
  const lead = await createLead(ctx, {
    name: "Ada",
    email: "ada@example.com",
    company: "",
    volume: "",
    message: "",
  });
  const operator = contextOfOperator(operatorOf({ ...person, isOperator: true }, "req_test"), accountId);
  const contract = newId();
  const agreed = {
    accountId,
    requestKey: contract,
    name: "Contract",
    invoices: [
      { dueOn: "2030-01-01", amountUsd: "10", credits: "100", bonusCredits: "0", creditExpiresOn: null },
    ],
  };
  await inAccount(accountId, (tx) => createContract(tx, operator, agreed));
  const webhook = await createEndpoint(ctx, {
    url: "https://example.com/theirs",
    description: "",
    types: [],
  });
  const delivery = await sendTest(ctx, webhook.id);
  const event = `evt_${newId()}`;
  await prisma().stripeEvent.create({
    data: {
      id: event,
      type: "customer.created",
      livemode: false,
      createdAt: new Date(),
      payload: {},
      accountId,
    },
  });
  return {
    person,
    member,
    accountId,
    purchase,
    attempt,
    card,
    lead: lead.id,
    contract,
    event,
    budget: budget.id,
    approval: approval.id,
    mandate: mandate.id,
    approved: approved.id,
    team,
    project,
    key: key.id,
    providerKey: providerKey.id,
    webhook: webhook.id,
    delivery,
    invitation: invitation?.id ?? "",
    hold: hold.id,
    transaction: transaction?.id ?? "",
  };
}

type Victim = Awaited<ReturnType<typeof victim>>;

interface Call {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  /** What another account gets for these ids; without it, its own data. */
  expected?: number;
}

// Each route with the victim's ids wherever it takes one. A route that is missing here fails the test.
const CALLS: Record<string, (of: Victim) => Call> = {
  // Without a key of a provider nothing is run, for anybody; with theirs it would be.
  "POST /api/gateway/v1/chat/completions": () => ({
    body: { model: "gpt-4o", messages: [{ role: "user", content: "Hello" }] },
    expected: 422,
  }),
  "POST /api/gateway/v1/embeddings": () => ({
    body: { model: "text-embedding-3-small", input: "Hello" },
    expected: 422,
  }),
  "GET /api/gateway/v1/models": () => ({ expected: 422 }),
  "GET /api/gateway/v1/models/[...id]": () => ({ params: { id: "gpt-4o" }, expected: 422 }),
  "GET /api/v1/authorizations": ({ hold }) => ({ query: `?before=${hold}` }),
  "POST /api/v1/authorizations": () => ({ body: { amount: "1" } }),
  "POST /api/mcp": ({ transaction }) => ({
    body: {
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "explain_charge", arguments: { transaction_id: transaction } },
    },
  }),
  "POST /api/v1/estimates": () => ({
    body: { operations: [{ feature: "judge_run", cost_usd: "0" }], project: "project", team: "team" },
  }),
  "POST /api/v1/authorizations/[id]/extend": ({ hold }) => ({
    params: { id: hold },
    body: { expires_in: 60 },
    expected: 404,
  }),
  "GET /api/v1/authorizations/[id]": ({ hold }) => ({ params: { id: hold }, expected: 404 }),
  "POST /api/v1/authorizations/[id]/capture": ({ hold }) => ({
    params: { id: hold },
    body: { amount: "1" },
    expected: 404,
  }),
  "POST /api/v1/authorizations/[id]/release": ({ hold }) => ({ params: { id: hold }, expected: 404 }),
  "POST /api/v1/approvals": () => ({ body: { title: "Job", amount: "1", team: "team" } }),
  "GET /api/v1/approvals/[id]": ({ approval }) => ({ params: { id: approval }, expected: 404 }),
  "POST /api/v1/mandates": () => ({ body: { title: "Agent", limit: "1", team: "team" } }),
  "GET /api/v1/mandates": () => ({}),
  "GET /api/v1/mandates/[id]": ({ mandate }) => ({ params: { id: mandate }, expected: 404 }),
  "GET /api/v1/webhooks": () => ({}),
  "GET /api/v1/webhooks/events": () => ({}),
  "POST /api/v1/webhooks": () => ({ body: { url: "https://example.com/mine" }, expected: 201 }),
  "GET /api/v1/webhooks/[id]": ({ webhook }) => ({ params: { id: webhook }, expected: 404 }),
  "PATCH /api/v1/webhooks/[id]": ({ webhook }) => ({
    params: { id: webhook },
    body: { url: "https://example.com/mine" },
    expected: 404,
  }),
  "DELETE /api/v1/webhooks/[id]": ({ webhook }) => ({ params: { id: webhook }, expected: 404 }),
  "POST /api/v1/webhooks/[id]/rotate": ({ webhook }) => ({
    params: { id: webhook },
    body: {},
    expected: 404,
  }),
  "POST /api/v1/webhooks/[id]/test": ({ webhook }) => ({ params: { id: webhook }, expected: 404 }),
  "GET /api/v1/webhooks/[id]/deliveries": ({ webhook }) => ({ params: { id: webhook }, expected: 404 }),
  "GET /api/v1/webhooks/[id]/deliveries/[delivery]": ({ webhook, delivery }) => ({
    params: { id: webhook, delivery },
    expected: 404,
  }),
  "POST /api/v1/webhooks/[id]/deliveries/[delivery]/replay": ({ webhook, delivery }) => ({
    params: { id: webhook, delivery },
    expected: 404,
  }),
  "GET /api/v1/budgets": () => ({}),
  "POST /api/v1/budgets": ({ key }) => ({
    body: { name: "Spy", scope: "key", scope_value: key, period: "total", limit: "1" },
    expected: 400,
  }),
  "GET /api/v1/budgets/[id]": ({ budget }) => ({ params: { id: budget }, expected: 404 }),
  "PATCH /api/v1/budgets/[id]": ({ budget }) => ({
    params: { id: budget },
    body: { limit: "1" },
    expected: 404,
  }),
  "DELETE /api/v1/budgets/[id]": ({ budget }) => ({ params: { id: budget }, expected: 404 }),
  "GET /api/v1/transactions": ({ transaction }) => ({ query: `?before=${transaction}`, expected: 400 }),
  "POST /api/v1/transactions": () => ({ body: { type: "bonus", amount: "1", description: "Bonus" } }),
  "GET /api/v1/transactions/[id]": ({ transaction }) => ({ params: { id: transaction }, expected: 404 }),
  "GET /api/v1/transactions.csv": () => ({}),
  "GET /api/v1/statements": () => ({ query: "?from=2026-01-01&to=2026-01-31" }),
  "GET /api/v1/statements.jsonl": () => ({ query: "?from=2026-01-01&to=2026-01-31" }),
  "GET /api/v1/receipts/[id]": ({ transaction }) => ({ params: { id: transaction }, expected: 404 }),
  "GET /api/v1/balance": () => ({ query: "?as_of=2026-01-31" }),
  "GET /api/v1/grants": () => ({}),
  "GET /billing/transactions": ({ transaction }) => ({ query: `?before=${transaction}`, expected: 400 }),
  "GET /api/v1/credits/policy": () => ({}),
  "PUT /api/v1/credits/policy": () => ({ body: { low_limit: "1" } }),
  "GET /api/v1/resources": () => ({}),
  "GET /api/v1/resources/[kind]/[id]": () => ({
    params: { kind: "guardrail", id: "theirs" },
    expected: 404,
  }),
  "PUT /api/v1/resources/[kind]/[id]": () => ({
    params: { kind: "deployment", id: "theirs" },
    body: { name: "Taken", parent: "their-model" },
    expected: 400,
  }),
  "POST /api/v1/resources/[kind]/[id]/status": () => ({
    params: { kind: "guardrail", id: "theirs" },
    body: { status: "deleted" },
    expected: 404,
  }),
  "GET /api/v1/instances": () => ({}),
  "POST /api/v1/instances": () => ({
    body: { id: "theirs", kind: "gpu", hardware: "l4", hours: "1", resource: "guardrail/theirs" },
    expected: 400,
  }),
  "GET /api/v1/instances/[id]": () => ({ params: { id: "theirs" }, expected: 404 }),
  "POST /api/v1/instances/[id]/stop": () => ({ params: { id: "theirs" }, body: {}, expected: 404 }),
  "POST /api/v1/instances/[id]/fail": () => ({ params: { id: "theirs" }, body: {}, expected: 404 }),
  "POST /api/v1/instances/[id]/extend": () => ({
    params: { id: "theirs" },
    body: { hours: "1" },
    expected: 404,
  }),
  "POST /api/v1/instances/[id]/replicas": () => ({
    params: { id: "theirs" },
    body: { replicas: 2 },
    expected: 404,
  }),
  "GET /api/v1/usage/tools": () => ({}),
  "GET /api/v1/usage/models": () => ({}),
  "GET /api/v1/usage/models/[id]": () => ({ params: { id: "their-model" }, expected: 404 }),
  "GET /api/v1/usage/guardrails": () => ({}),
  "GET /api/v1/usage/guardrails/[id]": () => ({ params: { id: "theirs" }, expected: 404 }),
  "GET /api/v1/usage/scripts": () => ({}),
  "GET /api/v1/usage/scripts/[id]": () => ({ params: { id: "their-script" }, expected: 404 }),
  "POST /api/v1/usage-events": () => ({
    body: { id: "e1", model: "gpt-4o", cost_usd: "0.01", member: "x", project: "project", team: "team" },
  }),
  "POST /api/v1/external-costs": ({ hold }) => ({
    body: { id: "their-run", provider: "apify", cost_usd: "0.01", authorization: hold },
  }),
  "POST /api/v1/data-queries": () => ({ body: { id: "a-query", provider: "socrata", project: "project" } }),
  "GET /api/v1/data-queries": () => ({ query: "?before=their-query", expected: 400 }),
  "GET /api/v1/purchases": ({ purchase }) => ({ query: `?before=${purchase}` }),
  // Without a key of Stripe nothing is sold, to anybody.
  "POST /api/v1/purchases": () => ({ body: { credits: "100" }, expected: 422 }),
  "GET /api/v1/purchases/[id]": ({ purchase }) => ({ params: { id: purchase }, expected: 404 }),
  "GET /api/v1/usage": () => ({ query: "?project=project&team=team" }),
  "GET /api/v1/usage/tools.csv": () => ({ query: "?text=theirs" }),
  "GET /api/v1/usage/models.csv": () => ({ query: "?text=their-model" }),
  "GET /api/v1/usage/guardrails.csv": () => ({ query: "?text=theirs" }),
  "GET /api/v1/usage/instances.csv": () => ({ query: "?text=theirs" }),
  "GET /api/v1/usage/scripts.csv": () => ({ query: "?text=their-script" }),
  "GET /api/v1/usage-events": () => ({ query: "?before=their-call", expected: 400 }),
  "GET /api/v1/usage-events/[id]": () => ({ params: { id: "their-call" }, expected: 404 }),
  "GET /api/v1/usage-events.csv": () => ({ query: "?project=project" }),
  "GET /api/v1/usage-events.parquet": () => ({ query: "?project=project" }),
  "GET /api/v1/focus.csv": () => ({}),
  "GET /api/v1/grants.csv": () => ({}),
  "GET /api/v1/statements.csv": () => ({}),
  "GET /api/v1/receipts.csv": () => ({}),
  "GET /api/v1/credit-notes.csv": () => ({}),
  "GET /api/v1/credits/rate-cards.csv": () => ({}),
  "GET /api/v1/members.csv": () => ({}),
  "GET /api/v1/audit.csv": () => ({}),
  "GET /api/v1/webhooks/[id]/deliveries.csv": ({ webhook }) => ({ params: { id: webhook }, expected: 404 }),
  "GET /api/v1/usage.csv": () => ({ query: "?project=project" }),
  "GET /api/v1/consumption": () => ({ query: "?per=month" }),
  "GET /api/v1/consumption.csv": () => ({ query: "?top=1000" }),
  "GET /api/v1/credits/wallet": () => ({}),
  "GET /api/find": ({ transaction }) => ({ query: `?text=${transaction}` }),
  "GET /api/live/run-out": () => ({}),
  // For pages of the console: no key hears anything.
  "GET /api/live": () => ({ expected: 403 }),
  "GET /api/v1/credits/rate-cards": () => ({}),
};

/** What an agent sends to a tool with the victim's ids, and how it is refused; without that, it gets its own data. */
interface ToolCall {
  input: object;
  expected?: "not_found" | "invalid_request";
}

// Each tool of MCP. One that is missing here fails the test.
const TOOL_CALLS: Record<string, (of: Victim) => ToolCall> = {
  get_wallet_balance: () => ({ input: {} }),
  list_transactions: ({ transaction }) => ({ input: { before: transaction }, expected: "invalid_request" }),
  get_usage: ({ key }) => ({ input: { project: "project", team: "team", key, group_by: ["member"] } }),
  list_rate_cards: () => ({ input: {} }),
  estimate_cost: () => ({
    input: { operations: [{ feature: "judge_run", cost_usd: "0" }], project: "project", team: "team" },
  }),
  explain_charge: ({ transaction }) => ({ input: { transaction_id: transaction }, expected: "not_found" }),
  request_mandate: () => ({ input: { title: "Agent", limit: "1", team: "team" } }),
  get_mandate: ({ mandate }) => ({ input: { id: mandate }, expected: "not_found" }),
};

// Each action of an account or a person with the victim's ids; null where it takes none.
const INPUTS: Record<string, ((of: Victim) => object) | null> = {
  saveAccountName: null,
  askForAddressLink: null,
  saveBilling: null,
  invite: null,
  leave: null,
  addTeam: null,
  addKey: null,
  withdrawInvitation: ({ invitation }) => ({ id: invitation }),
  saveRole: ({ member }) => ({ userId: member.userId, role: "admin" }),
  endMembership: ({ member }) => ({ userId: member.userId, revokeKeys: true }),
  changeTeam: ({ team }) => ({ id: team, name: "Taken", archived: true }),
  assignTeamMember: ({ team, member }) => ({ teamId: team, userId: member.userId, belongs: false }),
  addProject: ({ team }) => ({ name: "Mine", slug: "mine", teamId: team }),
  changeProject: ({ project }) => ({ id: project, name: "Taken", teamId: null, archived: true }),
  endKey: ({ key }) => ({ id: key }),
  saveProviderKey: null,
  addWebhook: null,
  saveWebhook: ({ webhook }) => ({ id: webhook, is_enabled: false }),
  endWebhook: ({ webhook }) => ({ id: webhook }),
  rotateWebhook: ({ webhook }) => ({ id: webhook, overlap_hours: 0 }),
  testWebhook: ({ webhook }) => ({ id: webhook }),
  sendWebhookAgain: ({ delivery }) => ({ id: delivery }),
  sendFailedWebhooks: ({ webhook }) => ({ id: webhook }),
  revokeProviderKey: ({ providerKey }) => ({ id: providerKey }),
  addBudget: ({ key }) => ({ name: "Spy", scope: "key", scope_value: key, period: "total", limit: "1" }),
  saveBudget: ({ budget }) => ({ id: budget, limit: "1" }),
  endBudget: ({ budget }) => ({ id: budget }),
  setAlert: null,
  dropAlert: null,
  defaultAlerts: null,
  setAnomalyAlerts: null,
  setAlertPace: null,
  putBannerAway: null,
  approveWork: null,
  askForWork: null,
  approveRequest: ({ approval }) => ({ id: approval }),
  declineRequest: ({ mandate }) => ({ id: mandate }),
  endMandate: ({ approved }) => ({ id: approved }),
  saveAutoRecharge: ({ card }) => ({
    threshold: "50",
    credits: "100",
    monthlyCapUsd: null,
    paymentMethodId: card,
  }),
  endAutoRecharge: null,
  rehearseRecharge: null,
  confirmRecharge: ({ attempt }) => ({ attemptId: attempt }),
  makeDefaultCard: ({ card }) => ({ id: card }),
  removeCard: ({ card }) => ({ id: card }),
  addCard: null,
  openPortal: null,
  buyCredit: null,
  sendLead: null,
  saveLeadStatus: ({ accountId, lead }) => ({ accountId, id: lead, status: "won" }),
  addContract: ({ accountId }) => ({
    accountId,
    requestKey: newId(),
    name: "Gift",
    invoices: [
      {
        dueOn: "2030-01-01",
        amountUsd: "1",
        credits: "1000",
        bonusCredits: "0",
        creditExpiresOn: null,
      },
    ],
  }),
  sendInvoice: ({ accountId, contract }) => ({ accountId, contractId: contract, no: 1 }),
  replayEvent: ({ event }) => ({ id: event }),
  reconcileNow: () => ({ repair: true }),
  tortureNow: () => ({ seed: 1 }),
  addBill: () => ({ name: "bill.csv", provider: "", text: "a,b", format: "auto", columns: null }),
  dropBill: () => ({ id: newId() }),
  saveAccountsOfJournal: () => ({ accounts: [{ name: "cash", code: "1000", title: "Cash" }] }),
  runJobAgain: () => ({ id: "1" }),
  runFailedJobsAgain: () => ({}),
  giveUpJob: () => ({ id: "1" }),
  sendAgain: () => ({ id: newId() }),
  replayWebhook: ({ delivery }) => ({ id: delivery }),
  verifyNow: () => ({}),
  beginDraft: ({ accountId }) => ({ name: "Gift", accountId }),
  keepDraft: () => ({ id: newId(), revision: 1, name: "Gift", note: "", validFrom: null, entries: [] }),
  dropDraft: () => ({ id: newId(), revision: 1 }),
  putInForce: () => ({ id: newId(), revision: 1 }),
  previewAdjustment: ({ accountId }) => ({ accountId, unit: "credit", amount: "1" }),
  suggestCorrection: ({ accountId }) => ({
    ...{ accountId, requestKey: newId(), unit: "credit", amount: "1000", reason: "Gift", corrects: "" },
  }),
  suggestGrant: ({ accountId }) => ({
    ...{ accountId, requestKey: newId(), unit: "credit", amount: "1000", reason: "Gift", expiresOn: null },
  }),
  acceptAdjustment: ({ accountId }) => ({ accountId, id: newId(), amount: "1" }),
  dropAdjustment: ({ accountId }) => ({ accountId, id: newId(), note: "" }),
  suggestReRate: ({ accountId }) => ({
    ...{
      accountId,
      requestKey: newId(),
      reason: "Cheaper",
      version: 1,
      from: "2026-01-01",
      to: "2026-01-02",
    },
  }),
  acceptReRate: () => ({ id: newId(), digest: "0".repeat(64) }),
  dropReRate: () => ({ id: newId(), note: "" }),
  savePlan: ({ accountId }) => ({ accountId, name: "Free", note: "" }),
  saveLimits: ({ accountId }) => ({ accountId, low_limit: "0", negative_limit: "-1000" }),
  viewAccount: ({ accountId }) => ({ accountId, reason: "Curiosity" }),
  leaveView: () => ({}),
  joinAccount: () => ({ token: "x".repeat(43) }),
  switchAccount: ({ accountId }) => ({ accountId }),
  endOneSession: ({ person }) => ({ id: person.sessionId }),
  openAccount: null,
  savePersonName: null,
  savePreferences: null,
  saveTheme: null,
  savePassword: null,
  endOtherSessions: null,
  signOut: null,
};

const PREVIEWED = {
  title: "A chat",
  operations: [{ model: "gpt-4o", input_tokens: 10, max_output_tokens: 10 }],
  seen: "1",
  key: newId(),
};

const SAMPLES: Record<string, object> = {
  approveWork: PREVIEWED,
  askForWork: PREVIEWED,
  setAlert: {
    unit: "credit",
    was: null,
    kind: "used_percent",
    value: "33",
    inBanner: true,
    byEmail: false,
    byWebhook: true,
    roles: [],
    emails: [],
    isEnabled: true,
  },
  addWebhook: { url: "https://example.com/mine" },
  dropAlert: { unit: "credit", key: "used_percent:20" },
  defaultAlerts: { unit: "credit" },
  setAnomalyAlerts: { inBanner: true, byEmail: false, byWebhook: true },
  setAlertPace: { pace: "weekly" },
  putBannerAway: { topic: "credit", series: "1", rank: "-1" },
  saveAccountName: { name: "Taken" },
  saveBilling: { name: "Spy Ltd", line1: "1 Street", city: "Town", country: "DE" },
  invite: { email: "spy@example.com", role: "owner" },
  leave: {},
  addTeam: { name: "Spies", slug: "spies" },
  endAutoRecharge: {},
  rehearseRecharge: { threshold: "50", credits: "100", monthlyCapUsd: null },
  addCard: { returnTo: "/billing" },
  openPortal: { returnTo: "/billing" },
  buyCredit: { credits: "100", saveCard: false, requestKey: newId() },
  sendLead: { name: "Spy", email: "spy@example.com", company: "", volume: "", message: "" },
  saveProviderKey: { provider: "openai", name: "Spy", key: "sk-0123456789" },
  addKey: { name: "Spy", scopes: ["usage:read"], expiresInDays: null },
};

const routes = await allRoutes();
const actions = await allActions();
const guarded = routes.filter(({ handler }) => handler.endpoint.scope !== null);
const operatorRoutes = routes.filter(({ handler }) => handler.endpoint.door === "operator");
const ofAccounts = actions.filter(({ run }) => run.action.door === "account");
const ofOperators = actions.filter(({ run }) => run.action.door === "operator");
const withIds = actions.flatMap(({ name, run }) =>
  INPUTS[name] ? [{ name, run, input: INPUTS[name] }] : [],
);

let them: Victim;
let us: Awaited<ReturnType<typeof testPerson>>;
let operator: Person;
let ourKey: string;
let before: Record<string, string>;

const theirThings = () => everythingOf(them.accountId, [them.person.userId, them.member.userId]);

beforeAll(async () => {
  await ensureDefaultRateCard();
  them = await victim();
  us = await testPerson();
  operator = (await testOperator()).person;
  const created = await createKey(us.ctx, { name: "ours", scopes: ["usage:read"] });
  await prisma().apiKey.update({ where: { id: created.id }, data: { scopes: [...PERMISSIONS] } });
  ourKey = created.key;
  before = await theirThings();
});

afterEach(async () => {
  expect(await theirThings()).toEqual(before);
});

function send(
  { handler, method, path }: (typeof routes)[number],
  call: Call,
  headers: Record<string, string>,
  query = call.query ?? "",
): Promise<Response> {
  const body = call.body === undefined ? undefined : JSON.stringify(call.body);
  return handler(new Request(`http://api.test${path}${query}`, { method, body, headers }), {
    params: Promise.resolve(call.params ?? {}),
  });
}

const callOf = (name: string): Call => {
  const call = CALLS[name];
  if (!call) throw new Error(`${name} is new: say in CALLS how another account's ids could be put into it`);
  return call(them);
};

it("finds every door", () => {
  expect(guarded.length).toBeGreaterThanOrEqual(14);
  expect(ofAccounts.length).toBeGreaterThanOrEqual(13);
  const missing = actions.filter(({ name, run }) => run.action.door !== "public" && !(name in INPUTS));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

describe.each(guarded)("$name", (route) => {
  it("is closed without a key, with a key of another account, and without its scope", async () => {
    const call = callOf(route.name);
    expect((await send(route, call, {})).status).toBe(401);
    expect(
      (await send(route, call, { authorization: `Bearer ${ourKey}`, "ecu-account": them.accountId })).status,
    ).toBe(404);
    const scopes = PERMISSIONS.filter((scope) => scope !== route.handler.endpoint.scope);
    const { id, key } = await createKey(us.ctx, { name: "little", scopes: ["usage:read"] });
    await prisma().apiKey.update({ where: { id }, data: { scopes } });
    expect((await send(route, call, { authorization: `Bearer ${key}` })).status).toBe(403);
  });

  it("gives a session nothing of an account that is not the person's", async () => {
    const call = callOf(route.name);
    const cookie = `ecu-session=${await sessionCookie(us.person)}; ${ACCOUNT_COOKIE}=${them.accountId}`;
    const named = await send(
      route,
      call,
      { cookie, "sec-fetch-site": "same-origin" },
      `?account=${them.accountId}`,
    );
    expect(named.status).toBe(route.method === "GET" ? 404 : 401);
  });

  it("treats their ids as if they did not exist, and shows nothing of theirs", async () => {
    const call = callOf(route.name);
    const answer = await send(route, call, { authorization: `Bearer ${ourKey}` });
    const text = await answer.text();
    if (call.expected) expect([call.expected, 404]).toContain(answer.status);
    expect(answer.status).toBeLessThan(500);
    const given = Object.values(call.params ?? {}).concat(call.query ?? "");
    const secrets = [
      them.accountId,
      them.accountId.replaceAll("-", ""),
      them.person.email,
      them.member.userId,
      them.key,
    ];
    for (const secret of secrets)
      if (!given.some((one) => one.includes(secret))) expect(text).not.toContain(secret);
  });
});

describe.each([...TOOLS])("tool $name", ({ name, scope }) => {
  const use = async (key: string, input: object) => {
    const mcp = routes.find((route) => route.name === "POST /api/mcp");
    if (!mcp) throw new Error("MCP has no door");
    const message = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } };
    const headers = { host: "localhost", accept: "application/json, text/event-stream" };
    return send(
      { ...mcp, path: "/api/mcp" },
      { body: message },
      {
        ...{ authorization: `Bearer ${key}`, "content-type": "application/json" },
        ...headers,
      },
    );
  };
  const callTo = () => {
    const call = TOOL_CALLS[name];
    if (!call)
      throw new Error(`${name} is new: say in TOOL_CALLS how another account's ids could be put into it`);
    return call(them);
  };

  it("treats their ids as if they did not exist, and shows nothing of theirs", async () => {
    const { input, expected } = callTo();
    const answer = await use(ourKey, input);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain(expected ? '"isError":true' : '"structuredContent"');
    if (expected) expect(text).toContain(expected);
    const given = JSON.stringify(input);
    for (const secret of [them.accountId, them.accountId.replaceAll("-", ""), them.person.email, them.key])
      if (!given.includes(secret)) expect(text).not.toContain(secret);
  });

  it("does not exist for a key without its scope", async () => {
    const scopes = PERMISSIONS.filter((one) => one !== scope || one === "account:read");
    const { id, key } = await createKey(us.ctx, { name: "little", scopes: ["usage:read"] });
    await prisma().apiKey.update({ where: { id }, data: { scopes } });
    const text = await (await use(key, callTo().input)).text();
    // The door itself asks for account:read.
    if (scope === "account:read") expect(text).toContain('"structuredContent"');
    else expect(text).toContain(`Tool ${name} not found`);
  });
});

describe.each(ofAccounts)("action $name", ({ name, run }) => {
  const act = async (accountId: string) => {
    const input = INPUTS[name]?.(them) ?? SAMPLES[name];
    if (!input) throw new Error(`${name} is new: give it a sample`);
    return run(input as never, accountId);
  };

  it("does nothing for someone who is not signed in, or not a member", async () => {
    await browseAs(null);
    expect(await act(them.accountId)).toMatchObject({ ok: false, code: "unauthenticated" });
    await browseAs(us.person);
    expect(await act(them.accountId)).toMatchObject({ ok: false, code: "not_found" });
  });

  it.each([null, "null", "http://evil.test"])("is refused from the origin %s", async (origin) => {
    await browseAs(us.person);
    if (origin === null) browser.headers.delete("origin");
    else browser.headers.set("origin", origin);
    expect(await act(us.accountId)).toMatchObject({ ok: false, code: "forbidden" });
  });

  it("asks for its permission", async () => {
    const nobody = await testMember(us.accountId, "member");
    await browseAs(nobody.person);
    const answer = await act(us.accountId);
    if (nobody.ctx.permissions.has(run.action.permission ?? "account:read")) return;
    expect(answer).toMatchObject({ ok: false, code: "forbidden" });
  });
});

describe.each(ofOperators)("operator's action $name", ({ name, run }) => {
  const act = () => {
    const input = INPUTS[name]?.(them);
    if (!input) throw new Error(`${name} is new: give it an input`);
    return run(input as never);
  };

  it("does not exist for anybody else, not even for an owner on their own account", async () => {
    await browseAs(null);
    expect(await act()).toMatchObject({ ok: false, code: "unauthenticated" });
    for (const person of [us.person, them.person]) {
      await browseAs(person);
      expect(await act()).toMatchObject({ ok: false, code: "not_found" });
    }
  });

  it.each([null, "null", "http://evil.test"])(
    "is refused to an operator from the origin %s",
    async (origin) => {
      await browseAs(operator);
      if (origin === null) browser.headers.delete("origin");
      else browser.headers.set("origin", origin);
      expect(await act()).toMatchObject({ ok: false, code: "forbidden" });
    },
  );
});

it.each(operatorRoutes)("$name does not exist for anybody but operators", async (route) => {
  const call = CALLS[route.name]?.(them) ?? {};
  const own = { "sec-fetch-site": "same-origin" };
  expect((await send(route, call, own)).status).toBe(401);
  expect((await send(route, call, { authorization: `Bearer ${ourKey}` })).status).toBe(401);
  const cookie = `ecu-session=${await sessionCookie(us.person)}`;
  expect((await send(route, call, { ...own, cookie })).status).toBe(404);
  expect((await send(route, call, { cookie, "sec-fetch-site": "cross-site" })).status).toBe(401);
});

it.each(withIds)(
  "action $name treats another account's ids as if they did not exist",
  async ({ run, input }) => {
    await browseAs(us.person);
    browser.cookies.set(ACCOUNT_COOKIE, us.accountId);
    const answer = await run(input(them) as never);
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(["not_found", "invalid_request", "gone"]).toContain(answer.code);
  },
);
