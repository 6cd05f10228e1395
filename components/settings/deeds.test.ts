import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEED_THINGS } from "@/components/admin/deed-things";
import { kindOfDeed } from "@/lib/accounts/rules/deed-kinds";
import { detailsInWords } from "./deed-details";
import { deedInWords } from "./deeds";

const ID = "019aa1b2-1111-7222-8333-123456786d7e";
const TRANSACTION = "txn_019aa1b2111172228333123456786d7ec12";
const proposed = { unit: "credit", amount: "-80.5", reason: "Credited twice" };
const asked = { title: "Summarise the archive", requestedBy: "Ada" };
const openai = { provider: "openai", name: "prod", last4: "1234" };

/** What each kind of entry keeps, and what it says. A kind that a verb begins to write gets a line here. */
const SAMPLES: Readonly<Record<string, readonly [details: object, words: string]>> = {
  "account.created": [{ name: "Acme" }, "“Acme”"],
  "account.renamed": [{ name: "Acme 2" }, "To “Acme 2”"],
  "account.viewed": [{ reason: "Ticket 42" }, "“Ticket 42”"],
  "account.view_ended": [{}, ""],
  "account.file_saved": [{ file: "transactions-2026-11-21.csv" }, "transactions-2026-11-21.csv"],
  "account.plan_set": [{ name: "Scale", note: "" }, "“Scale”"],
  "account.credit_policy_set": [
    { low_limit: "100", negative_limit: "-5" },
    "Low limit 100 ECU · Negative limit −5 ECU",
  ],
  "account.billing_changed": [
    {
      ...{ changed: ["name", "line1", "postalCode", "taxId"], name: "Acme GmbH", line1: "Ring 1", line2: "" },
      ...{ postalCode: "10115", city: "Berlin", state: "", country: "DE", taxId: "DE1" },
    },
    "Changed name, street, postal code and tax ID · Acme GmbH, Ring 1, 10115 Berlin, DE · Tax ID DE1",
  ],
  "transaction.posted": [
    { type: "admin_correction", unit: "credit", amount: "25", description: "As agreed" },
    "Correction +25 ECU · “As agreed”",
  ],
  "correction.proposed": [proposed, "−80.5 ECU · “Credited twice”"],
  "correction.approved": [
    { ...proposed, transaction: TRANSACTION },
    "−80.5 ECU · “Credited twice” · Transaction txn_019a…ec12",
  ],
  "correction.declined": [{ note: "Not ours" }, "“Not ours”"],
  "correction.withdrawn": [{ note: "" }, ""],
  "grant.proposed": [{ unit: "tool_run", amount: "1", reason: "Sorry" }, "+1 tool run · “Sorry”"],
  "grant.approved": [{ unit: "credit", amount: "25", reason: "Hello" }, "+25 ECU · “Hello”"],
  "grant.declined": [{ note: "Too much" }, "“Too much”"],
  "grant.withdrawn": [{ note: "" }, ""],
  "re_rate.proposed": [
    { version: 7, from: "2026-11-01", to: "2026-11-22", reason: "Agreed in spring" },
    "1 – 22 Nov 2026 · At the prices of version 7 · “Agreed in spring”",
  ],
  "re_rate.approved": [{ accounts: 2, digest: "a".repeat(64) }, "2 accounts · As seen in aaaaaaaa…aaaa"],
  "re_rate.declined": [{ note: "No" }, "“No”"],
  "re_rate.withdrawn": [{ note: "" }, ""],
  "re_rate.posted": [
    { ...proposed, transaction: TRANSACTION },
    "−80.5 ECU · “Credited twice” · Transaction txn_019a…ec12",
  ],
  "member.invited": [{ email: "ada@example.com", role: "admin" }, "ada@example.com · As Admin"],
  "member.role_changed": [{ to: "member", from: "admin" }, "From Admin to Member"],
  "member.removed": [{ role: "member", keysRevoked: true }, "Was Member · Their keys are revoked"],
  "member.left": [{}, ""],
  "invitation.accepted": [{ role: "billing" }, "As Billing"],
  "invitation.revoked": [{}, ""],
  "team.created": [{ name: "Growth", slug: "growth" }, "“Growth” · Called growth by the API"],
  "team.saved": [{ name: "Growth", archived: true }, "“Growth” · Archived"],
  "team.member_added": [{ member: ID }, "Member 019aa1b2…6d7e"],
  "team.member_removed": [{ member: ID }, "Member 019aa1b2…6d7e"],
  "project.created": [
    { name: "Search", slug: "search", teamId: ID },
    "“Search” · Called search by the API · Of team 019aa1b2…6d7e",
  ],
  "project.saved": [{ name: "Search", teamId: null, archived: false }, "“Search”"],
  "key.created": [
    { name: "CI", scopes: ["usage:read", "audit:read"], prefix: "ecu_ab12" },
    "“CI” · ecu_ab12… · May: Read usage; Read the audit log",
  ],
  "key.revoked": [{}, ""],
  "provider_key.saved": [
    { ...openai, replaced: true },
    "OpenAI · “prod” · Ends in 1234 · In place of the key before",
  ],
  "provider_key.revoked": [openai, "OpenAI · “prod” · Ends in 1234"],
  "webhook.created": [
    { url: "https://example.com/…", types: [] },
    "https://example.com/… · Hears of everything",
  ],
  "webhook.changed": [
    { description: "Ops", types: ["hold.ended"], isEnabled: false },
    "“Ops” · Switched off · Hears of hold.ended",
  ],
  "webhook.rotated": [{ overlap_hours: 24 }, "The secret before signs for 24 hours more"],
  "webhook.deleted": [{ url: "https://example.com/…" }, "https://example.com/…"],
  "webhook.switched_off": [
    { url: "https://example.com/…", because: "failures" },
    "https://example.com/… · It took nothing for days",
  ],
  "webhook.replayed": [{}, ""],
  "webhook.failed_replayed": [{ count: 1 }, "1 message"],
  "purchase.begun": [
    { credits: "500", price: "50.00 USD", save_card: true },
    "500 ECU for 50.00 USD · The card is kept",
  ],
  "auto_recharge.on": [
    { threshold: "1000", credits: "500", monthly_cap_usd: "100", card: "visa 4242" },
    "Adds 500 ECU below 1,000 ECU · At most $100.00 a month · With Visa 4242",
  ],
  "auto_recharge.off": [{}, ""],
  "payment_method.default": [{ last4: "4242" }, "Ends in 4242"],
  "payment_method.removed": [{ last4: "4242" }, "Ends in 4242"],
  "lead.created": [{}, ""],
  "lead.changed": [{ status: "contacted" }, "To Contacted"],
  "contract.created": [
    { name: "Annual 2027", invoices: ["2026-12-15: 10000 USD for 100000 + 20000 ECU"] },
    "“Annual 2027” · Due 15 Dec 2026: $10,000.00 for 100,000 ECU and 20,000 ECU of bonus",
  ],
  "contract.invoice_sent": [{ no: 1, invoice: "in_1" }, "Part 1 · Invoice in_1"],
  "budget.created": [
    { name: "Research", scope: "team", scopeValue: "growth", period: "monthly", mode: "hard", limit: "250" },
    "“Research” · 250 ECU a month · Team growth · Refuses at its limit",
  ],
  "budget.changed": [
    { name: "R", nameBefore: "Research", mode: "warn", modeBefore: "hard", limit: "5", limitBefore: "4" },
    "“R” (was “Research”) · 5 ECU (was 4 ECU) · Only warns (was refuses at its limit)",
  ],
  "budget.archived": [{ name: "Research" }, "“Research”"],
  "alert.saved": [
    {
      ...{
        wallet: "credit",
        at: "80 % used",
        before: "70 % used",
        banner: true,
        email: true,
        webhook: false,
      },
      ...{ roles: ["owner"], emails: ["cfo@example.com"], enabled: false },
    },
    "Credits, at 80 % used · Before: 70 % used · By banner and e-mail · To Owner and cfo@example.com · Switched off",
  ],
  "alert.removed": [{ wallet: "tool_run", at: "5 % left" }, "Tool runs, at 5 % left"],
  "alerts.reset": [{ wallet: "credit" }, "Credits"],
  "anomalies.saved": [{ banner: true, email: false, webhook: false }, "By banner"],
  "approval.asked": [{ title: asked.title }, "“Summarise the archive”"],
  "approval.approved": [asked, "“Summarise the archive” · Asked for by Ada"],
  "approval.declined": [asked, "“Summarise the archive” · Asked for by Ada"],
  "mandate.asked": [{ title: asked.title }, "“Summarise the archive”"],
  "mandate.approved": [asked, "“Summarise the archive” · Asked for by Ada"],
  "mandate.declined": [asked, "“Summarise the archive” · Asked for by Ada"],
  "mandate.revoked": [{ title: asked.title }, "“Summarise the archive”"],
  "rate_card.draft_created": [{ name: "Spring" }, "“Spring”"],
  "rate_card.draft_changed": [{ name: "Spring", entries: 12 }, "“Spring” · 12 prices"],
  "rate_card.draft_discarded": [{ name: "Spring" }, "“Spring”"],
  "rate_card.published": [
    { version: 8, name: "Spring", valid_from: "2026-12-01T00:00:00.000Z" },
    "Version 8 · “Spring” · From 1 Dec 2026, 00:00 UTC",
  ],
  "operator.made": [{ email: "ada@example.com" }, "ada@example.com"],
  "operator.revoked": [{ email: "ada@example.com" }, "ada@example.com"],
  "operator.limit_set": [
    { email: "ada@example.com", credits: "20000", tool_runs: "1000" },
    "ada@example.com · 20,000 ECU a day · 1,000 tool runs a day",
  ],
  "signing_key.rotated": [{ generation: 2 }, "Key No. 2"],
  "email.read": [{ recipient: "ada@example.com" }, "To ada@example.com"],
  "email.resent": [
    { recipient: "ada@example.com", template: "budget-alert" },
    "To ada@example.com · E-mail “Budget alert”",
  ],
  "job.retried": [{ task: "re_rates.post" }, "Task re_rates.post"],
  "job.discarded": [{ task: "re_rates.post", error: "boom" }, "Task re_rates.post · It had failed: boom"],
  "jobs.retried": [{ count: 2, tasks: ["a.b", "c.d"] }, "2 jobs · Tasks a.b and c.d"],
  "ledger.verified": [{}, ""],
  "provider_bill.imported": [
    {
      name: "nov.csv",
      provider: "openai",
      format: "openai",
      from: "2026-11-01",
      to: "2026-11-21",
      lines: 12,
    },
    "“nov.csv” · Of OpenAI · 1 – 21 Nov 2026 · 12 lines · Read as Openai",
  ],
  "provider_bill.removed": [{ name: "nov.csv", provider: "" }, "“nov.csv”"],
  "journal_accounts.saved": [{ accounts: ["cash: 1000 Bank"] }, "Cash is 1000 Bank"],
  "stripe.reconciled": [{ repair: false }, "Compared only"],
  "stripe.tortured": [{ seed: 42 }, "Seed 42"],
  "stripe_event.replayed": [{}, ""],
};

/** What operators do to no account. */
const OF_THE_INSTALLATION = [
  ...["email", "job", "jobs", "journal_accounts", "ledger", "operator", "provider_bill", "rate_card"],
  ...["signing_key", "stripe", "stripe_event"],
];

/** What a deed's name is made of where the verb does not write it whole. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  "${kind}.proposed": ["correction.proposed", "grant.proposed"],
  "${kind}.approved": ["correction.approved", "grant.approved"],
  "${kind}.${status}": ["correction.declined", "correction.withdrawn", "grant.declined", "grant.withdrawn"],
  "re_rate.${status}": ["re_rate.declined", "re_rate.withdrawn"],
  '${approval.kind === "job" ? "approval" : "mandate"}.${status}': [
    ...["approval.approved", "approval.declined", "mandate.approved", "mandate.declined"],
  ],
};

/** The kinds of entries that the sources write: `action: "…"`, `const action = …`, `note(ctx, "…")`, `tell(tx, …, "…")`. */
function kindsInSources(): string[] {
  return readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|^(db|testing|sandbox|client)\//.test(file))
    .map((file) => readFileSync(`lib/${file}`, "utf8"))
    .filter((source) => /from "(\.|@\/lib\/accounts)\/audit(-operator)?"|from "\.\/drafts"/.test(source))
    .flatMap((source) => source.split("\n"))
    .filter((line) => /\baction\b|\btell\(|\bnote\(/.test(line))
    .flatMap((line) => [
      ...[...line.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, kind = ""]) => kind),
      ...[...line.matchAll(/action: `([^`]+)`/g)].flatMap(([, made = ""]) => MADE[made] ?? [made]),
    ]);
}

/** With every blank an ordinary one. */
const plain = (words: string) => words.replaceAll("\u00a0", " ");

describe("an entry of the audit log", () => {
  it("has words and a sample for every kind that the sources write", () => {
    const kinds = [...new Set(kindsInSources())].toSorted();
    expect(kinds.length).toBeGreaterThan(60);
    expect(kinds.filter((kind) => !(kind in SAMPLES))).toEqual([]);
    for (const kind of kinds) expect(deedInWords(kind), kind).toMatch(/^[A-Z][^_.{}]+$/);
  });

  it("is found in its account by what it is about, unless it is of the whole installation", () => {
    const things = new Set(
      kindsInSources()
        .filter((deed) => kindOfDeed(deed) === null)
        .map((deed) => deed.split(".")[0]),
    );
    expect([...things].toSorted()).toEqual(OF_THE_INSTALLATION);
  });

  it("is found by an operator among what deeds are about", () => {
    const things = Object.keys(DEED_THINGS);
    for (const deed of kindsInSources())
      expect(
        things.filter((thing) => deed.startsWith(thing)),
        deed,
      ).toHaveLength(1);
    expect(Object.values(DEED_THINGS)).toEqual(
      Object.values(DEED_THINGS).toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it.each(Object.entries(SAMPLES))("%s says its details in words, each once", (kind, [details, words]) => {
    expect(plain(detailsInWords(kind, details))).toBe(words);
    expect(words).not.toMatch(/[{}[\]"]|\b(true|false|null)\b/);
  });

  it("of a kind or with a detail that nobody knows any more is said by its names, and without what is empty", () => {
    expect(deedInWords("thing.was_done")).toBe("Thing was done");
    const details = { scopeValue: ID, postal_code: "10115", types: ["a.b", "c.d"], projects: [], note: "" };
    const more = { until: null, lines: 0, limitUsd: "12.5", at: "2026-11-21", save_card: false };
    expect(plain(detailsInWords("thing.was_done", { ...details, ...more }))).toBe(
      "Scope value: 019aa1b2…6d7e · Postal code: 10115 · Types: a.b, c.d · Lines: 0 · Limit: $12.50 · At: 21 Nov 2026 · Save card: no",
    );
    expect(plain(detailsInWords("account.renamed", { name: "Acme", colour: "red" }))).toBe(
      "To “Acme” · Colour: red",
    );
    for (const nothing of [null, "text", [1]]) expect(detailsInWords("team.created", nothing)).toBe("");
  });

  it("calls teams and members by their names where they are known, and begins no line with a dot", () => {
    const names = new Map([[ID, "Growth"]]);
    expect(detailsInWords("project.created", { name: "Search", teamId: ID }, names)).toBe(
      "“Search”\u00a0· Of team Growth",
    );
    expect(detailsInWords("team.member_added", { member: ID }, names)).toBe("Member Growth");
  });
});
