import { z } from "zod";
import { sweepAnomalies } from "@/lib/alerts/anomalies/sweep-anomalies";
import { sweepBudgets } from "@/lib/alerts/budgets/sweep-budgets";
import { evaluateAlerts } from "@/lib/alerts/evaluate";
import { sendDigests } from "@/lib/alerts/letters/send-digests";
import { UNITS } from "@/lib/values/ids";
import type { Handler } from "../handler";

const OfWallet = z.object({ accountId: z.uuid(), unit: z.enum(UNITS) });

/** Credit was added, so that shares of it are other amounts; or somebody has set other thresholds. */
export const lookAtAlerts: Handler = async (payload) => {
  const { accountId, unit } = OfWallet.parse(payload);
  await evaluateAlerts(accountId, unit);
};

/** What was spent of budgets since the last minute. */
export const lookAtBudgets: Handler = () => sweepBudgets();

/** Days that are far above their weekday's usual range. */
export const lookAtDays: Handler = () => sweepAnomalies();

/** What waited for the mail of the week. */
export const sendAlertDigests: Handler = () => sendDigests();
