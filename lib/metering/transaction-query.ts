import type { TransactionFilter } from "@/lib/ledger/types";
import { requireOrder } from "@/lib/values/day-order";
import { parseMoment } from "@/lib/values/moment";
import { invalid } from "@/lib/values/refusal";
import { amountOf } from "./amount-of";
import type { TransactionQuery } from "./schema-ledger";

/** What the words of a query string ask for. @throws Refusal `invalid_request` for days or amounts that end before they begin */
export function transactionsAsked(query: TransactionQuery): {
  filter: TransactionFilter;
  page: { before?: string; limit?: number };
} {
  const { limit, before, unit = "credit", type, min, max, ref_type, ref_id, as_of, ...rest } = query;
  requireOrder(rest);
  const until = as_of === undefined ? null : parseMoment(as_of);
  const filter: TransactionFilter = {
    ...rest,
    unit,
    ...(type && { types: type }),
    ...(until && { until }),
    ...(min !== undefined && { min: amountOf(min, unit) }),
    ...(max !== undefined && { max: amountOf(max, unit) }),
    ...(ref_type !== undefined && { refType: ref_type }),
    ...(ref_id !== undefined && { refId: ref_id }),
  };
  if (filter.min !== undefined && filter.max !== undefined && filter.min > filter.max)
    throw invalid("min", "is more than max");
  return { filter, page: { ...(before !== undefined && { before }), ...(limit !== undefined && { limit }) } };
}
