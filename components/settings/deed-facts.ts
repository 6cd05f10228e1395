import { ROLE_NAMES } from "@/components/settings/role-options";
import { displayAmount } from "@/lib/values/display/amount";
import { sentenceOf } from "@/lib/values/display/sentence";
import { shortenId } from "@/lib/values/display/shorten-id";
import { displayDay, displayTime } from "@/lib/values/display/time";
import { unitName } from "@/lib/values/display/unit";
import { displayUsd } from "@/lib/values/display/usd";
import { type Unit, UNITS } from "@/lib/values/ids";
import { isUtcDay } from "@/lib/values/time";

/** What an entry of the audit log kept beside its deed. Each fact is said once: who asks for it takes it, and what nobody took is left. */
export interface Facts {
  /** A text, a number or a choice, as it is kept; '' where there is none. */
  take(name: string): string;
  /** The name of whom an id means; the id, shortened, where nobody knows the name. */
  called(name: string): string;
  list(name: string): string[];
  left(): [name: string, value: unknown][];
}

/** Of details as they are kept; what is no list of them has none. */
export function factsOf(details: unknown, names: ReadonlyMap<string, string>): Facts {
  const kept = new Map<string, unknown>(
    typeof details === "object" && details !== null && !Array.isArray(details)
      ? Object.entries(details).filter(([, value]) => value !== null && value !== "")
      : [],
  );
  const taken = (name: string) => {
    const value = kept.get(name);
    kept.delete(name);
    return value;
  };
  return {
    take: (name) => text(taken(name)),
    called: (name) => {
      const id = text(taken(name));
      return names.get(id) ?? idInWords(id);
    },
    list: (name) => [taken(name) ?? []].flat().map(text),
    left: () => [...kept].filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  };
}

function text(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
}

/** "“Research”"; nothing of nothing. */
export function quoted(words: string): string {
  return words && `“${words}”`;
}

/** `template` filled in, where there is something to fill in. */
export function where(words: string, template: (words: string) => string): string {
  return words && template(words);
}

/** "+25 ECU", "1 tool run". What is no amount stands as it is. */
export function amountInWords(amount: string, unit: string = "credit", sign?: "always"): string {
  if (!DECIMAL.test(amount)) return amount;
  const kind: Unit = UNITS.find((one) => one === unit) ?? "credit";
  return `${displayAmount(amount, sign && { sign })} ${unitName(kind, amount)}`;
}

export function usdInWords(amount: string): string {
  return DECIMAL.test(amount) ? displayUsd(amount) : amount;
}

/** "Admin". */
export function roleInWords(role: string): string {
  return ROLE_NAMES[role as keyof typeof ROLE_NAMES] ?? role;
}

/** "019aa1b2…6d7e"; what is no id stands as it is. */
export function idInWords(id: string): string {
  return ID.test(id) ? shortenId(id) : id;
}

/** "21 Nov 2026", "21 Nov 2026, 14:03 UTC"; what is neither a day nor a moment stands as it is. */
export function timeInWords(at: string): string {
  if (isUtcDay(at)) return displayDay(at);
  return MOMENT.test(at) ? displayTime(new Date(at)) : at;
}

/** "monthly_cap" as "Monthly cap", "scopeValue" as "Scope value". */
export function nameInWords(name: string): string {
  const words = name.replace(/_?usd$/i, "").replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  return sentenceOf(words.toLowerCase());
}

/** What nobody foresaw, as well as can be: "Yes", "12 Nov 2026", "$12.50". */
export function valueInWords(name: string, value: unknown): string {
  const one = (each: unknown): string => {
    if (typeof each === "boolean") return each ? "yes" : "no";
    const words = text(each);
    if (/usd$/i.test(name)) return usdInWords(words);
    return timeInWords(idInWords(words));
  };
  return [value].flat().map(one).join(", ");
}

const DECIMAL = /^-?[0-9]{1,12}([.][0-9]{1,9})?$/;
/** A UUID, a digest, a transaction's id. */
const ID = /^(txn_)?[0-9a-f-]{32,}[ct]?[0-9]*$/;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
