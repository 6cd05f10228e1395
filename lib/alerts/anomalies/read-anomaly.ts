import type { Sql } from "@/lib/db/sql";
import type { Nano } from "@/lib/values/money";
import { addDays, type UtcDay, utcDay } from "@/lib/values/time";
import type { AlertBanner } from "../rules/banner";
import { anomalyInWords, comparedInWords } from "./words";

interface Row {
  day: UtcDay;
  spent: Nano;
  usual_from: Nano;
  usual_to: Nano;
}

const LATEST = `
SELECT a.day::text AS day, a.spent, a.usual_from, a.usual_to FROM anomalies a LEFT JOIN anomaly_settings s ON s.account_id = a.account_id
WHERE a.account_id = $1::uuid AND a.day >= $2::date AND coalesce(s.in_banner, true) ORDER BY a.day DESC LIMIT 1`;

/** The banner of an unusual day: on that day and the one after it. */
export async function anomalyBanner(sql: Sql, accountId: string, now: Date): Promise<AlertBanner | null> {
  const [row] = await sql.query<Row>(LATEST, [accountId, addDays(utcDay(now), -1)]);
  if (!row) return null;
  const anomaly = { ...row, usual: { from: row.usual_from, to: row.usual_to } };
  return {
    topic: "anomaly",
    series: row.day,
    rank: "0",
    isFixed: false,
    tone: "warn",
    title: `${anomalyInWords(row)}.`,
    text: comparedInWords(anomaly),
    button: { label: "See what used it", href: `/consumption?from=${row.day}&to=${row.day}` },
  };
}
