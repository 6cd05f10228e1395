import { PERIOD_NAMES, SCOPE_NAMES } from "@/components/budgets/budget";
import { SCOPE_MEANINGS } from "@/components/settings/scopes";
import { providerOf } from "@/lib/gateway/rules/providers";
import { TYPE_NAMES } from "@/lib/ledger/rules/type-names";
import { featureName } from "@/lib/metering/rules/usage-names";
import { plural } from "@/lib/values/display/count";
import { listInWords } from "@/lib/values/display/list";
import { sentenceOf } from "@/lib/values/display/sentence";
import { displayRange } from "@/lib/values/display/time";
import { isUtcDay } from "@/lib/values/time";
import {
  amountInWords,
  type Facts,
  factsOf,
  idInWords,
  nameInWords,
  quoted,
  roleInWords,
  timeInWords,
  usdInWords,
  valueInWords,
  where,
} from "./deed-facts";

const MODES: Readonly<Record<string, string>> = { hard: "Refuses at its limit", warn: "Only warns" };

/** Fields of the billing details whose names are no words. */
const BILLING_NAMES: Readonly<Record<string, string>> = {
  line1: "street",
  line2: "second line of the address",
  taxId: "tax ID",
};

type Say = (facts: Facts) => readonly string[];

/** Credit that was moved or is to be: how much, why, and the row that it became. */
const adjustment: Say = ({ take }) => {
  const unit = take("unit") || "credit";
  return [
    amountInWords(take("amount"), unit, "always"),
    quoted(take("reason")),
    where(take("transaction"), (id) => `Transaction ${idInWords(id)}`),
  ];
};
const note: Say = ({ take }) => [quoted(take("note"))];
const named: Say = ({ take }) => [quoted(take("name")), archived(take("archived"))];
const approval: Say = ({ take }) => [
  quoted(take("title")),
  where(take("requestedBy"), (who) => `Asked for by ${who}`),
];
const providerKey: Say = ({ take }) => [
  where(take("provider"), (slug) => providerOf(slug)?.name ?? slug),
  quoted(take("name")),
  endsIn(take("last4")),
  take("replaced") === "true" ? "In place of the key before" : "",
];
const card: Say = ({ take }) => [endsIn(take("last4"))];
const operator: Say = ({ take }) => [take("email")];
const project: Say = ({ take, called }) => [
  quoted(take("name")),
  where(take("slug"), (slug) => `Called ${slug} by the API`),
  where(called("teamId"), (team) => `Of team ${team}`),
  archived(take("archived")),
];
const webhook: Say = ({ take, list }) => [
  take("url"),
  where(take("because"), (why) =>
    why === "gone" ? "It answered that it is gone" : "It took nothing for days",
  ),
  quoted(take("description")),
  where(take("isEnabled"), (on) => (on === "true" ? "Switched on" : "Switched off")),
  where(listInWords(list("types"), ""), (types) => `Hears of ${types}`),
];
const alert: Say = ({ take, list }) => {
  const wallet = take("wallet") === "tool_run" ? "Tool runs" : "Credits";
  const before = take("before");
  return [
    where(take("at"), (at) => `${wallet}, at ${at}`) || wallet,
    where(before, (was) => `Before: ${was}`),
    channels({ take }),
    where(listInWords([...list("roles").map(roleInWords), ...list("emails")], ""), (who) => `To ${who}`),
    take("enabled") === "false" ? "Switched off" : "",
  ];
};
const bill: Say = ({ take }) => [
  quoted(take("name")),
  where(take("provider"), (provider) => `Of ${providerOf(provider)?.name ?? provider}`),
  between(take("from"), take("to")),
  where(take("lines"), (count) => plural(count, "line")),
  where(take("format"), (format) => `Read as ${nameInWords(format)}`),
];
const job: Say = ({ take }) => [
  where(take("task"), (task) => `Task ${task}`),
  where(take("error"), (error) => `It had failed: ${error}`),
];

/** What an entry of each kind says beside its deed, in the order in which people ask. A kind without details has none here. */
const SAYS: Readonly<Record<string, Say>> = {
  "account.created": named,
  "account.renamed": ({ take }) => [where(take("name"), (name) => `To “${name}”`)],
  "account.viewed": ({ take }) => [quoted(take("reason"))],
  "account.file_saved": ({ take }) => [take("file")],
  "account.plan_set": ({ take }) => [quoted(take("name")), quoted(take("note"))],
  "account.credit_policy_set": ({ take }) => [
    where(take("low_limit"), (amount) => `Low limit ${amountInWords(amount)}`),
    where(take("negative_limit"), (amount) => `Negative limit ${amountInWords(amount)}`),
  ],
  "account.billing_changed": ({ take, list }) => {
    const changed = listInWords(
      list("changed").map((name) => BILLING_NAMES[name] ?? nameInWords(name).toLowerCase()),
      "",
    );
    const lines = ["line1", "line2"].map(take);
    const place = [take("postalCode"), take("city")].filter(Boolean).join(" ");
    return [
      where(changed, (names) => `Changed ${names}`),
      [take("name"), ...lines, place, take("state"), take("country")].filter(Boolean).join(", "),
      where(take("taxId"), (id) => `Tax ID ${id}`),
    ];
  },
  "transaction.posted": ({ take }) => {
    const type = take("type");
    const unit = take("unit");
    const name = (TYPE_NAMES as Record<string, { one: string } | undefined>)[type]?.one ?? nameInWords(type);
    return [
      [name, amountInWords(take("amount"), unit, "always")].filter(Boolean).join(" "),
      quoted(take("description")),
    ];
  },
  "correction.proposed": adjustment,
  "correction.approved": adjustment,
  "correction.declined": note,
  "correction.withdrawn": note,
  "grant.proposed": adjustment,
  "grant.approved": adjustment,
  "grant.declined": note,
  "grant.withdrawn": note,
  "re_rate.proposed": ({ take }) => [
    between(take("from"), take("to")),
    where(take("version"), (version) => `At the prices of version ${version}`),
    quoted(take("reason")),
  ],
  "re_rate.approved": ({ take }) => [
    where(take("accounts"), (count) => plural(count, "account")),
    where(take("digest"), (digest) => `As seen in ${idInWords(digest)}`),
  ],
  "re_rate.posted": adjustment,
  "re_rate.declined": note,
  "re_rate.withdrawn": note,
  "member.invited": ({ take }) => [take("email"), asRole(take("role"))],
  "member.role_changed": ({ take }) => [
    where(take("from"), (role) => `From ${roleInWords(role)}`) +
      where(take("to"), (role) => ` to ${roleInWords(role)}`),
  ],
  "member.removed": ({ take }) => [
    where(take("role"), (role) => `Was ${roleInWords(role)}`),
    where(take("keysRevoked"), (on) => (on === "true" ? "Their keys are revoked" : "Their keys go on")),
  ],
  "invitation.accepted": ({ take }) => [asRole(take("role"))],
  "team.created": project,
  "team.saved": named,
  "team.member_added": ({ called }) => [where(called("member"), (who) => `Member ${who}`)],
  "team.member_removed": ({ called }) => [where(called("member"), (who) => `Member ${who}`)],
  "project.created": project,
  "project.saved": project,
  "key.created": ({ take, list }) => [
    quoted(take("name")),
    where(take("prefix"), (prefix) => `${prefix}…`),
    where(
      list("scopes")
        .map((scope) => (SCOPE_MEANINGS as Record<string, string | undefined>)[scope] ?? scope)
        .join("; "),
      (rights) => `May: ${rights}`,
    ),
  ],
  "provider_key.saved": providerKey,
  "provider_key.revoked": providerKey,
  "webhook.created": (facts) => {
    const all = facts.list("types");
    return [...webhook(facts), all.length === 0 ? "Hears of everything" : `Hears of ${listInWords(all, "")}`];
  },
  "webhook.changed": webhook,
  "webhook.deleted": webhook,
  "webhook.switched_off": webhook,
  "webhook.rotated": ({ take }) => [
    where(take("overlap_hours"), (hours) =>
      hours === "0"
        ? "The secret before ended at once"
        : `The secret before signs for ${plural(hours, "hour")} more`,
    ),
  ],
  "webhook.failed_replayed": ({ take }) => [where(take("count"), (count) => plural(count, "message"))],
  "purchase.begun": ({ take }) => [
    where(take("credits"), (credits) => amountInWords(credits)) +
      where(take("price"), (price) => ` for ${price}`),
    take("save_card") === "true" ? "The card is kept" : "",
  ],
  "auto_recharge.on": ({ take }) => {
    const below = where(take("threshold"), (least) => ` below ${amountInWords(least)}`);
    return [
      where(take("credits"), (credits) => `Adds ${amountInWords(credits)}`) + below,
      where(take("monthly_cap_usd"), (cap) => `At most ${usdInWords(cap)} a month`),
      where(take("card"), (words) => `With ${sentenceOf(words)}`),
    ];
  },
  "payment_method.default": card,
  "payment_method.removed": card,
  "lead.changed": ({ take }) => [where(take("status"), (status) => `To ${nameInWords(status)}`)],
  "contract.created": ({ take, list }) => [quoted(take("name")), ...list("invoices").map(partInWords)],
  "contract.invoice_sent": ({ take }) => [
    where(take("no"), (no) => `Part ${no}`),
    where(take("invoice"), (id) => `Invoice ${id}`),
  ],
  "budget.created": ({ take }) => {
    const limit = take("limit");
    const period = take("period");
    const scope = take("scope");
    const value = take("scopeValue");
    const name = (SCOPE_NAMES as Record<string, string | undefined>)[scope] ?? nameInWords(scope);
    return [
      quoted(take("name")),
      [
        where(limit, (amount) => amountInWords(amount)),
        (PERIOD_NAMES as Record<string, string>)[period] ?? period,
      ]
        .filter(Boolean)
        .join(" "),
      [name, scope === "feature" ? featureName(value) : idInWords(value)].filter(Boolean).join(" "),
      modeInWords(take("mode")),
    ];
  },
  "budget.changed": ({ take }) => {
    const before = (name: string, words: (kept: string) => string) =>
      where(take(name), (kept) => ` (was ${words(kept)})`);
    const [limit, limitBefore] = [take("limit"), take("limitBefore")];
    return [
      quoted(take("name")) + before("nameBefore", quoted),
      where(limit, (amount) => amountInWords(amount)) +
        (limitBefore && limitBefore !== limit ? ` (was ${amountInWords(limitBefore)})` : ""),
      modeInWords(take("mode")) + before("modeBefore", (mode) => modeInWords(mode).toLowerCase()),
    ];
  },
  "budget.archived": named,
  "alert.saved": alert,
  "alert.removed": alert,
  "alerts.reset": alert,
  "anomalies.saved": (facts) => [channels(facts)],
  "approval.asked": approval,
  "approval.approved": approval,
  "approval.declined": approval,
  "mandate.asked": approval,
  "mandate.approved": approval,
  "mandate.declined": approval,
  "mandate.revoked": approval,
  "rate_card.draft_created": named,
  "rate_card.draft_changed": ({ take }) => [
    quoted(take("name")),
    where(take("entries"), (count) => plural(count, "price")),
  ],
  "rate_card.draft_discarded": named,
  "rate_card.published": ({ take }) => [
    where(take("version"), (version) => `Version ${version}`),
    quoted(take("name")),
    where(take("valid_from"), (at) => (at === "now" ? "From then on" : `From ${timeInWords(at)}`)),
  ],
  "operator.made": operator,
  "operator.revoked": operator,
  "operator.limit_set": ({ take }) => [
    take("email"),
    where(take("credits"), (credits) => `${amountInWords(credits)} a day`),
    where(take("tool_runs"), (runs) => `${amountInWords(runs, "tool_run")} a day`),
  ],
  "signing_key.rotated": ({ take }) => [where(take("generation"), (no) => `Key No. ${no}`)],
  "email.read": ({ take }) => [where(take("recipient"), (to) => `To ${to}`)],
  "email.resent": ({ take }) => [
    where(take("recipient"), (to) => `To ${to}`),
    where(take("template"), (template) => `E-mail “${nameInWords(template)}”`),
  ],
  "job.retried": job,
  "job.discarded": job,
  "jobs.retried": ({ take, list }) => [
    where(take("count"), (count) => plural(count, "job")),
    where(listInWords(list("tasks"), ""), (tasks) => `Tasks ${tasks}`),
  ],
  "provider_bill.imported": bill,
  "provider_bill.removed": bill,
  "journal_accounts.saved": ({ list }) => list("accounts").map(accountInWords),
  "stripe.reconciled": ({ take }) => [
    where(take("repair"), (on) => (on === "true" ? "What was missing was mended" : "Compared only")),
  ],
  "stripe.tortured": ({ take }) => [where(take("seed"), (seed) => `Seed ${seed}`)],
};

/**
 * What an entry of the audit log says beside its deed: "+25 ECU · “Credited twice”". What nobody foresaw is said by its name.
 * @param names of those whose ids entries keep, by their ids
 */
export function detailsInWords(
  action: string,
  details: unknown,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  const facts = factsOf(details, names);
  const said = Object.hasOwn(SAYS, action) ? (SAYS[action]?.(facts) ?? []) : [];
  const left = facts.left().map(([name, value]) => `${nameInWords(name)}: ${valueInWords(name, value)}`);
  // No line begins with the dot.
  return [...said, ...left].filter(Boolean).join("\u00a0· ");
}

function archived(kept: string): string {
  return kept === "true" ? "Archived" : "";
}

function endsIn(last4: string): string {
  return where(last4, (digits) => `Ends in ${digits}`);
}

function asRole(role: string): string {
  return where(role, (name) => `As ${roleInWords(name)}`);
}

function between(from: string, to: string): string {
  return isUtcDay(from) && isUtcDay(to) ? displayRange(from, to) : [from, to].filter(Boolean).join(" – ");
}

function modeInWords(mode: string): string {
  return MODES[mode] ?? nameInWords(mode);
}

/** "By banner and e-mail"; where it was said of none, that nobody is told. */
function channels({ take }: Pick<Facts, "take">): string {
  const said = [
    ["banner", take("banner")],
    ["e-mail", take("email")],
    ["webhook", take("webhook")],
  ] as const;
  if (said.every(([, on]) => on === "")) return "";
  return where(
    listInWords(
      said.filter(([, on]) => on === "true").map(([name]) => name),
      "nothing",
    ),
    (names) => `By ${names}`,
  );
}

/** "2026-12-15: 10000 USD for 100000 + 20000 ECU", as it is kept, for people. */
function partInWords(part: string): string {
  const [, due = "", usd = "", credits = "", bonus = ""] =
    /^(\S+): (\S+) USD for (\S+) \+ (\S+) ECU$/.exec(part) ?? [];
  if (!due) return part;
  const extra = bonus === "0" ? "" : ` and ${amountInWords(bonus)} of bonus`;
  return `Due ${timeInWords(due)}: ${usdInWords(usd)} for ${amountInWords(credits)}${extra}`;
}

/** "cash: 1000 Bank", as it is kept, for people. */
function accountInWords(account: string): string {
  const [, name = "", rest = ""] = /^(\w+): (.*)$/.exec(account) ?? [];
  return name ? `${nameInWords(name)} is ${rest}` : account;
}
