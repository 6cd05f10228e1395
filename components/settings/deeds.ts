import { displayAmount } from "@/lib/values/display/amount";
import { shortenId } from "@/lib/values/display/shorten-id";
import { displayDay } from "@/lib/values/display/time";
import { unitName } from "@/lib/values/display/unit";
import { displayUsd } from "@/lib/values/display/usd";
import { type Unit, UNITS } from "@/lib/values/ids";
import { isUtcDay } from "@/lib/values/time";

const DEEDS: Readonly<Record<string, string>> = {
  "account.created": "Opened the account",
  "account.renamed": "Renamed the account",
  "account.viewed": "Looked at the account, to help",
  "account.view_ended": "Ended looking at the account",
  "account.plan_set": "Set the plan",
  "account.credit_policy_set": "Set what happens when credit runs out",
  "transaction.posted": "Wrote a transaction into the books",
  "correction.proposed": "Proposed a correction",
  "correction.approved": "Approved a correction",
  "correction.declined": "Declined a correction",
  "correction.withdrawn": "Took a proposed correction back",
  "grant.proposed": "Proposed promotional credit",
  "grant.approved": "Approved promotional credit",
  "grant.declined": "Declined promotional credit",
  "grant.withdrawn": "Took proposed credit back",
  "re_rate.proposed": "Proposed to price calls anew",
  "re_rate.declined": "Declined to price calls anew",
  "re_rate.withdrawn": "Took back that calls are priced anew",
  "re_rate.approved": "Approved that calls are priced anew",
  "re_rate.posted": "Posted the difference of calls priced anew",
  "account.billing_changed": "Changed the billing details",
  "member.invited": "Invited someone",
  "member.role_changed": "Changed a role",
  "member.removed": "Removed a member",
  "member.left": "Left the account",
  "invitation.accepted": "Accepted an invitation",
  "invitation.revoked": "Withdrew an invitation",
  "team.created": "Created a team",
  "team.saved": "Changed a team",
  "team.member_added": "Put a member into a team",
  "team.member_removed": "Took a member out of a team",
  "project.created": "Created a project",
  "project.saved": "Changed a project",
  "key.created": "Created an API key",
  "key.revoked": "Revoked an API key",
  "provider_key.saved": "Saved a provider key",
  "provider_key.revoked": "Revoked a provider key",
  "webhook.created": "Added a webhook",
  "webhook.changed": "Changed a webhook",
  "webhook.rotated": "Rotated a webhook’s secret",
  "webhook.deleted": "Deleted a webhook",
  "webhook.switched_off": "Switched a webhook off that takes nothing",
  "webhook.replayed": "Sent a webhook’s message again",
  "webhook.failed_replayed": "Sent again what a webhook had given up",
  "purchase.begun": "Began to buy credit",
  "auto_recharge.on": "Switched auto-recharge on",
  "auto_recharge.off": "Switched auto-recharge off",
  "payment_method.default": "Made a card the default",
  "payment_method.removed": "Removed a card",
  "lead.created": "Asked about volume prices",
  "lead.changed": "Changed a lead",
  "contract.created": "Wrote down a contract",
  "contract.invoice_sent": "Sent a contract’s invoice",
  "budget.created": "Made a budget",
  "budget.changed": "Changed a budget",
  "budget.archived": "Archived a budget",
  "alert.saved": "Set an alert",
  "alert.removed": "Removed an alert",
  "anomalies.saved": "Chose how unusual spending is told",
  "alerts.reset": "Put the alerts back to the defaults",
  "approval.asked": "Asked for a job’s cost to be approved",
  "approval.approved": "Approved a job’s cost",
  "approval.declined": "Declined a job’s cost",
  "mandate.asked": "Asked for a mandate",
  "mandate.approved": "Approved a mandate",
  "mandate.declined": "Declined a mandate",
  "mandate.revoked": "Revoked a mandate",
  "rate_card.draft_created": "Began a draft of prices",
  "rate_card.draft_changed": "Changed a draft of prices",
  "rate_card.draft_discarded": "Put a draft of prices away",
  "rate_card.published": "Published prices",
  "operator.made": "Made somebody an operator",
  "operator.revoked": "Took an operator’s rights back",
  "operator.limit_set": "Set an operator’s limit",
  "signing_key.rotated": "Had another key sign statements",
  "email.read": "Read a mail",
  "email.resent": "Sent a mail again",
  "job.retried": "Had a job run again",
  "jobs.retried": "Had all failed jobs run again",
  "job.discarded": "Gave up a job",
  "ledger.verified": "Had the books verified",
  "provider_bill.imported": "Imported a provider’s bill",
  "provider_bill.removed": "Removed a provider’s bill",
  "journal_accounts.saved": "Changed the accounts of the journal",
  "stripe.reconciled": "Had payments compared with Stripe",
  "stripe.tortured": "Put payments through the torture test",
  "stripe_event.replayed": "Had an event of Stripe applied again",
};

/** A deed of the audit log in words; one that is not known here stands as it is. */
export function deedInWords(action: string): string {
  return DEEDS[action] ?? action;
}

/** What names alone do not say well. */
const NAMES: Readonly<Record<string, string>> = {
  scopeValue: "of",
  teamId: "team",
  keysRevoked: "their keys revoked",
  requestedBy: "asked for by",
  last4: "ends in",
  digest: "as seen in",
};

/** Credit, where no unit stands beside it. */
const IN_ECU = new Set(["credits", "threshold", "limit", "limitBefore", "low_limit", "negative_limit"]);

/** Kinds of things, which are written as in code. */
const KINDS = new Set(["scope", "period", "mode", "modeBefore", "type", "wallet", "template"]);

/** The details of a deed on one line: "from: admin · to: member", "amount: −80.5 ECU · reason: credited twice". */
export function detailsInWords(details: unknown): string {
  if (typeof details !== "object" || details === null) return "";
  const all: [string, unknown][] = Object.entries(details);
  // The database keeps names in an order of its own, with the shorter one first.
  const [from, to] = ["from", "to"].map((end) => all.findIndex(([name]) => name === end));
  if (from !== undefined && to !== undefined && to >= 0 && to < from)
    all.splice(to, 0, ...all.splice(from, 1));
  const given = all.filter(
    ([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  const unit = UNITS.find((one) => given.some(([name, value]) => name === "unit" && value === one));
  return given
    .filter(([name]) => name !== "unit" || unit === undefined)
    .map(([name, value]) => {
      const words = [value].flat().map((one) => valueInWords(name, one, unit));
      return `${nameInWords(name)}: ${words.join(", ")}`;
    })
    .join(" · ");
}

/** "limitUsd" and "limit_usd" as "limit": that it is in dollars stands with the amount. */
function nameInWords(name: string): string {
  return (
    NAMES[name] ??
    name
      .replace(/_?usd$/i, "")
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .replaceAll("_", " ")
      .toLowerCase()
  );
}

function valueInWords(name: string, value: unknown, unit: Unit | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value);
  if (DECIMAL.test(text)) {
    if (/usd$/i.test(name)) return displayUsd(text);
    if (name === "amount" && unit) return `${displayAmount(text)} ${unitName(unit, text)}`;
    if (IN_ECU.has(name)) return `${displayAmount(text)} ECU`;
  }
  if (KINDS.has(name)) return text.replaceAll(/[_-]/g, " ");
  if (name === "changed") return nameInWords(text);
  if (isUtcDay(text)) return displayDay(text);
  return ID.test(text) ? shortenId(text) : text;
}

const DECIMAL = /^-?[0-9]{1,12}([.][0-9]{1,9})?$/;
/** A UUID, a digest, a transaction's id. */
const ID = /^(txn_)?[0-9a-f-]{32,}[ct]?[0-9]*$/;
