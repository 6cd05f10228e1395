import { TransactionQuery } from "@/lib/metering/schema-ledger";
import type { DayRange } from "@/lib/values/display/date-presets";

const Filter = TransactionQuery.omit({ limit: true, before: true });

/** The filter of the URL in the API's words. What cannot be read is left out: a view never fails for a mistyped link. */
export function readFilter(search: Record<string, string>, days: Partial<DayRange> | null): TransactionQuery {
  const names = ["unit", "type", "min", "max", "text", "ref_type", "ref_id", "as_of"] as const;
  const said = Object.fromEntries(names.flatMap((name) => (search[name] ? [[name, search[name]]] : [])));
  const whole = said.unit === "tool_run" ? withoutFractions(said) : said;
  const asked = { ...whole, ...(days?.from && { from: days.from }), ...(days?.to && { to: days.to }) };
  const read = Filter.safeParse(asked);
  if (read.success) return read.data;
  const faulty = new Set(read.error.issues.map(({ path }) => path[0]));
  return Filter.parse(Object.fromEntries(Object.entries(asked).filter(([name]) => !faulty.has(name))));
}

// Bounds in ECU mean nothing in the wallet of whole tool runs.
function withoutFractions(said: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).filter(([name, value]) => !["min", "max"].includes(name) || /^[0-9]+$/.test(value)),
  );
}
