const NAMES = "unit, feature, operation, model, member, team, project, key_id, mandate, resource";

/**
 * The rollup of usage as something to select from, and beside it, as `re_rated`, what re-rates changed: on the day when it was posted, under the names of the
 * calls. `charge` + `re_rated` is what the ledger charged. The account is $1; both days are included, and are SQL of ours.
 */
export function usedDays(from: string, to: string): string {
  return `(
  SELECT day, ${NAMES}, calls, input_tokens, output_tokens, cached_input_tokens, charge, cost_usd, 0::numeric AS re_rated
  FROM usage_days WHERE account_id = $1::uuid AND day BETWEEN ${from} AND ${to}
  UNION ALL
  SELECT posted_on, ${NAMES}, 0, 0, 0, 0, 0, 0, charge
  FROM re_rate_days WHERE account_id = $1::uuid AND posted_on BETWEEN ${from} AND ${to}
) AS used`;
}
