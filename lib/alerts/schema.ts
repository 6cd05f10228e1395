import { z } from "zod";
import { Email, Role } from "@/lib/accounts/schema";
import { UNITS, type Unit } from "@/lib/values/ids";
import { faultOfCredits, parseCredits } from "@/lib/values/money";
import { PACES } from "./rules/pace";
import { ALERT_KINDS, type AlertKind } from "./rules/threshold";

const MOST_EMAILS = 5;

const Wallet = z.enum(UNITS, "is no wallet");
const Kind = z.enum(ALERT_KINDS, `is one of ${ALERT_KINDS.join(", ")}`);
/** A threshold by its kind and value: "used_percent:80". */
const Key = z.string().regex(/^(used_percent|remaining_percent|amount):[0-9]{1,19}$/, "is no alert");

const PERCENT = /^(100|[1-9]?[0-9])$/;
const RUNS = /^[1-9][0-9]{0,11}$/;

/** What was typed as the value of a threshold, exactly. A text says what is wrong with it. */
export function readValue(kind: AlertKind, unit: Unit, text: string): bigint | string {
  if (kind !== "amount") {
    const most = kind === "used_percent" ? 100n : 99n;
    const value = PERCENT.test(text) ? BigInt(text) : 0n;
    return value >= 1n && value <= most ? value : `is a whole percentage from 1 to ${most}`;
  }
  if (unit === "tool_run")
    return RUNS.test(text) ? BigInt(text) : "is a whole number of tool runs, at least 1";
  const fault = faultOfCredits(text);
  if (fault !== null) return fault;
  const value = parseCredits(text);
  return value > 0n ? value : "is more than nothing";
}

/** The form of one alert. `was` is the alert that it changes; null adds one. */
export const AlertInput = z
  .strictObject({
    unit: Wallet,
    was: Key.nullable(),
    kind: Kind,
    value: z.string("is required").trim().max(30, "is too long"),
    inBanner: z.boolean(),
    byEmail: z.boolean(),
    byWebhook: z.boolean(),
    roles: z.array(Role).max(4),
    emails: z.array(Email).max(MOST_EMAILS, `are at most ${MOST_EMAILS}`),
    isEnabled: z.boolean(),
  })
  .superRefine(({ unit, kind, value, inBanner, byEmail, byWebhook, roles, emails }, check) => {
    const fault = (field: string, message: string) =>
      check.addIssue({ code: "custom", path: [field], message });
    const read = readValue(kind, unit, value);
    if (typeof read === "string") fault("value", read);
    if (!inBanner && !byEmail && !byWebhook) fault("channels", "name a banner, an e-mail or a webhook");
    if (byEmail && roles.length + emails.length === 0) fault("roles", "name nobody who gets the e-mail");
  });
export type AlertInput = z.output<typeof AlertInput>;

export const OfAlert = z.strictObject({ unit: Wallet, key: Key });
export const OfWallet = z.strictObject({ unit: Wallet });

/** How unusual days are told; nothing chosen tells nobody. */
export const AnomalyInput = z.strictObject({
  inBanner: z.boolean(),
  byEmail: z.boolean(),
  byWebhook: z.boolean(),
});

export const PaceInput = z.strictObject({ pace: z.enum(PACES, "is no way in which e-mails come") });

/** A banner of the console that somebody puts away: what it is about, since when, and how bad it was. */
export const Dismissal = z.strictObject({
  topic: z.union([z.enum([...UNITS, "anomaly"]), z.string().regex(/^budget:[0-9a-f-]{36}$/)], "is no banner"),
  series: z.string().min(1).max(100),
  rank: z.string().regex(/^-?[0-9]{1,19}$/, "is no rank"),
});
export type Dismissal = z.output<typeof Dismissal>;
