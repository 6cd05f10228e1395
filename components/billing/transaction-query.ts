"use client";

import { useUrlQuery } from "@/components/ui/use-url-query";
import { SIGNS } from "@/lib/ledger/rules/signs";
import type { TransactionType } from "@/lib/ledger/types";

/** In the order in which people meet them. */
export const TYPES = Object.keys(SIGNS) as TransactionType[];

/** Nothing filtered; the wallet stays. */
export const NO_FILTER = {
  type: null,
  range: null,
  from: null,
  to: null,
  min: null,
  max: null,
  text: null,
  ref_type: null,
  ref_id: null,
} as const;

const FILTERS = Object.keys(NO_FILTER) as (keyof typeof NO_FILTER)[];

/** The filter as the URL holds it, in the API's own words: a view, its JSON and its CSV are one query. */
export function useTransactionQuery() {
  const { query, setQuery, busy } = useUrlQuery(["unit", ...FILTERS]);
  const types = (query.type ?? "").split(",").filter((type): type is TransactionType => type in SIGNS);
  const isFiltered = FILTERS.some((name) => query[name] !== null);
  return { query, types, isFiltered, setQuery, busy };
}
