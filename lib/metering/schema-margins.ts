import { z } from "zod";

/** What a trend is of. Weeks begin on Monday. */
export const TREND_PERIODS = ["week", "month"] as const;
export type TrendPeriod = (typeof TREND_PERIODS)[number];

/** Days that the page of margins offers. */
export const MARGIN_DAYS = [7, 30, 90] as const;

const only = z.string().min(1).max(200).optional();

/** The query of the margins' file, and of their page. */
export const MarginsQuery = z.strictObject({
  days: z
    .enum(MARGIN_DAYS.map(String), `is ${MARGIN_DAYS.join(", ")}`)
    .default("30")
    .transform(Number),
  per: z.enum(TREND_PERIODS, `is ${TREND_PERIODS.join(" or ")}`).default("month"),
  feature: only,
  model: only,
  /** One account's id. It is not called `account`, which in links names the account that somebody works in, and which no route of operators sees. */
  customer: z.uuid("is an account's id").optional(),
});
export type MarginsQuery = z.output<typeof MarginsQuery>;
