import { inAccount, readInAccount, sqlOf } from "@/lib/db/transaction";
import { readDailyCosts } from "@/lib/ledger/read-daily-costs";
import { type LetterContent, writeLetter } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import { systemContext } from "@/lib/values/context";
import { formatCredits } from "@/lib/values/money";
import { addDays, utcDay } from "@/lib/values/time";
import { announce } from "@/lib/webhooks/announce";
import { queueLetters } from "../letters/queue-letters";
import { lockState } from "../lock-state";
import { addressesOf, readReaders } from "../receivers";
import { MONEY_ROLES } from "../rules/defaults";
import { settingsOf } from "./settings";
import { isUnusual, LOOKED_AT_DAYS, usualRange } from "./unusual";
import { type Anomaly, anomalyInWords, comparedInWords } from "./words";

/**
 * Holds today, and yesterday for what came late, against what such weekdays usually come to, and tells those who answer for the account's money: once for each
 * day, in the commit that puts it into the books, whoever looks and however often.
 */
export async function findAnomalies(accountId: string, now = new Date()): Promise<void> {
  const found = await unusualDays(accountId, now);
  const settings = await readInAccount(accountId, (sql) => settingsOf(sql, accountId));
  const isWanted = settings.inBanner || settings.byEmail || settings.byWebhook;
  const readers = found.length > 0 && settings.byEmail ? await readReaders(accountId) : null;
  const recipients = readers ? addressesOf({ roles: MONEY_ROLES, emails: [] }, readers) : [];
  const accountName = readers?.accountName ?? "";
  const mails = await Promise.all(
    recipients.length === 0
      ? []
      : found.map((anomaly) => writeLetter(letterOf({ accountId, accountName, anomaly }))),
  );
  await inAccount(accountId, async (tx) => {
    await lockState(tx, accountId, "credit");
    for (const [index, anomaly] of (isWanted ? found : []).entries()) {
      const { day, spent, usual } = anomaly;
      const mail = mails[index];
      const isNew = await sqlOf(tx).query(
        `INSERT INTO anomalies (account_id, day, spent, usual_from, usual_to, mails)
         VALUES ($1::uuid, $2::date, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING day`,
        [accountId, day, spent, usual.from, usual.to, mail ? recipients.length : 0],
      );
      if (isNew.length === 0) continue;
      const key = `anomaly:${day}`;
      const line = `${anomalyInWords(anomaly)}: ${comparedInWords(anomaly)}`;
      if (mail) await queueLetters(tx, accountId, { key, line, mail, recipients }, now);
      if (settings.byWebhook) {
        const data = {
          day,
          spent: formatCredits(spent),
          usual_from: formatCredits(usual.from),
          usual_to: formatCredits(usual.to),
        };
        await announce(tx, accountId, "anomaly.detected", data, { cause: day });
      }
    }
    await tx.alertState.update({
      where: { accountId_unit: { accountId, unit: "credit" } },
      data: { daysSeenAt: now },
    });
  });
}

async function unusualDays(accountId: string, now: Date): Promise<Anomaly[]> {
  const today = utcDay(now);
  const ctx = systemContext(accountId, "anomalies");
  const days = await readDailyCosts(ctx, addDays(today, -LOOKED_AT_DAYS - 1), today);
  const costs = days.map(({ cost }) => cost);
  return [days.length - 2, days.length - 1].flatMap((index) => {
    const spent = costs[index];
    const usual = usualRange(costs.slice(0, index));
    const day = days[index]?.day;
    return day !== undefined && spent !== undefined && isUnusual(spent, usual) ? [{ day, spent, usual }] : [];
  });
}

function letterOf({
  accountId,
  accountName,
  anomaly,
}: {
  accountId: string;
  accountName: string;
  anomaly: Anomaly;
}): LetterContent {
  const what = anomalyInWords(anomaly);
  const { day } = anomaly;
  return {
    template: "anomaly",
    subject: `${what} (${accountName})`,
    heading: what,
    paragraphs: [
      comparedInWords(anomaly),
      "Nothing was stopped. See who and what used it; a budget with a limit stops what should not go on.",
    ],
    button: {
      label: "See what used it",
      href: linkTo(`/consumption?from=${day}&to=${day}&account=${accountId}`),
    },
    footnote: `You get this because you answer for the money of ${accountName}. Change it under Settings, Alerts. Account ID ${accountId}.`,
  };
}
