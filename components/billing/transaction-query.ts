import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { SIGNS } from "@/lib/ledger/rules/signs";
import type { TransactionType } from "@/lib/ledger/types";
import { UNITS } from "@/lib/values/ids";

/** In the order in which people meet them. */
export const TYPES = Object.keys(SIGNS) as TransactionType[];

/** The filter as the URL holds it: the API's own words, so that a view, its JSON and its CSV are one query. */
const PARSERS = {
  unit: parseAsStringLiteral(UNITS).withDefault("credit"),
  type: parseAsArrayOf(parseAsStringLiteral(TYPES)).withDefault([]),
  range: parseAsString,
  from: parseAsString,
  to: parseAsString,
  min: parseAsString,
  max: parseAsString,
  text: parseAsString,
  ref_type: parseAsString,
  ref_id: parseAsString,
};

/** Reads and changes the filter in the URL. A change asks the server for the first page anew. */
export function useTransactionQuery(startTransition: (change: () => void) => void) {
  return useQueryStates(PARSERS, { shallow: false, startTransition, history: "push", scroll: false });
}

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
