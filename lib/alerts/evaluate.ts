import { inAccount, readInAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { watchBalance } from "@/lib/ledger/watch";
import { writeLetter } from "@/lib/mail/letter";
import { linkTo } from "@/lib/mail/link-to";
import type { Mail } from "@/lib/mail/mail";
import { formatAmount } from "@/lib/ledger/row";
import type { Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { DAY_MS } from "@/lib/values/time";
import { announce } from "@/lib/webhooks/announce";
import { announceAdded } from "./announce-added";
import { evaluateLater } from "./evaluate-later";
import { queueLetters } from "./letters/queue-letters";
import { lockState, noteTold } from "./lock-state";
import { type Progress, readAdded, readProgress } from "./read-progress";
import { addressesOf, readReaders } from "./receivers";
import { type Crossing, crossingKey, crossings, type Passage, passages } from "./rules/crossings";
import { alertLetter } from "./rules/letter";
import { highest, keyOf, NOTHING_LEFT, watchedLevels } from "./rules/threshold";

/** What happened longer ago is kept in the books, and is no news any more: histories that are brought over tell nobody. */
const NEWS_MS = DAY_MS;

/**
 * Looks at what a balance has passed since it was last looked at, and tells those who want to know: each crossing once, in
 * the commit that puts it into the books and says how far the chain was looked at. Any number of workers may look at once,
 * and again after a crash: whoever comes second finds it told. It also has the ledger watch where the thresholds are now.
 */
export async function evaluateAlerts(accountId: string, unit: Unit, now = new Date()): Promise<void> {
  // Whoever finds that somebody else was faster looks again; each time something was told.
  while (!(await attempt(accountId, unit, now)));
}

interface Letter {
  crossing: Crossing;
  recipients: string[];
  line: string;
  mail: Mail;
}

async function attempt(accountId: string, unit: Unit, now: Date): Promise<boolean> {
  const look = await readInAccount(accountId, async (sql) => {
    const progress = await readProgress(sql, accountId, unit);
    return progress && { progress, added: await readAdded(sql, accountId, unit, progress) };
  });
  if (!look) return true;
  const { progress, added } = look;
  const { head, told, thresholds } = progress;
  const enabled = thresholds.filter(({ isEnabled }) => isEnabled);
  const levels = watchedLevels([...enabled, NOTHING_LEFT], head.allocation);
  const isWatched = levels.join() === progress.watched.join();
  if (head.seq === told.seq && isWatched) return true;
  const found = crossings(thresholds, told, added, head);
  const ends = passages([NOTHING_LEFT], told, added, head);
  const isNews = now.getTime() - head.lastPostedAt.getTime() < NEWS_MS;
  // Letters take long to write, and so are written before the transaction.
  const letters = isNews ? await lettersFor(accountId, unit, found, progress) : [];
  return inAccount(accountId, async (tx) => {
    if ((await lockState(tx, accountId, unit)).toldSeq !== told.seq) return false;
    await write(tx, { accountId, unit, isNews, now }, found, letters);
    if (isNews) await announceAdded(tx, accountId, unit, added);
    if (isNews) await announceEnds(tx, accountId, unit, ends);
    await noteTold(tx, accountId, unit, head);
    if (isWatched) return true;
    const { seq } = await watchBalance(tx, accountId, unit, "alerts", levels);
    // What was posted meanwhile was not seen by these levels.
    if (seq !== head.seq) await evaluateLater(tx, accountId, unit);
    return true;
  });
}

async function lettersFor(
  accountId: string,
  unit: Unit,
  found: readonly Crossing[],
  { head }: Progress,
): Promise<Letter[]> {
  const current = found.filter(({ isCurrent, threshold }) => isCurrent && threshold.byEmail);
  if (current.length === 0) return [];
  const readers = await readReaders(accountId);
  // Who wants to know of several that were crossed at once gets one mail, about the worst.
  const worst = new Map<string, Crossing>();
  for (const address of new Set(current.flatMap(({ threshold }) => addressesOf(threshold, readers)))) {
    const theirs = current.filter(({ threshold }) => addressesOf(threshold, readers).includes(address));
    const top = highest(
      theirs.map(({ threshold }) => threshold),
      head.allocation,
    );
    const crossing = theirs.find(({ threshold }) => threshold === top);
    if (crossing) worst.set(address, crossing);
  }
  const told = [...new Set(worst.values())];
  return Promise.all(
    told.map(async (crossing) => {
      const { threshold: mark, balance, allocation } = crossing;
      const { accountName, recharge } = readers;
      const reached = { accountId, accountName, unit, mark, balance, allocation, recharge };
      const { button, ...letter } = alertLetter(reached);
      const mail = await writeLetter({
        template: "alert",
        ...letter,
        button: { label: button.label, href: linkTo(button.path) },
      });
      return {
        crossing,
        mail,
        line: `${letter.heading}. ${letter.paragraphs[0] ?? ""}`,
        recipients: [...worst].flatMap(([to, of]) => (of === crossing ? [to] : [])),
      };
    }),
  );
}

interface Moment {
  accountId: string;
  unit: Unit;
  isNews: boolean;
  now: Date;
}

async function write(
  tx: Tx,
  { accountId, unit, isNews, now }: Moment,
  found: readonly Crossing[],
  letters: readonly Letter[],
): Promise<void> {
  for (const crossing of found) {
    const { threshold, allocationSeq, level, allocation, balance } = crossing;
    const letter = letters.find((one) => one.crossing === crossing);
    const mails = letter?.recipients.length ?? 0;
    const isNew = await sqlOf(tx).query(
      `INSERT INTO alert_crossings (account_id, unit, threshold, allocation_seq, level, allocation, balance, mails)
       VALUES ($1::uuid, $2::wallet_unit, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING unit`,
      [accountId, unit, keyOf(threshold), allocationSeq, level, allocation, balance, mails],
    );
    // Credit that came back took the balance over it again: it was told then.
    if (isNew.length === 0) continue;
    if (letter)
      await queueLetters(tx, accountId, { ...letter, key: `${unit}:${crossingKey(crossing)}` }, now);
    if (threshold.byWebhook && crossing.isCurrent && isNews) {
      const { kind, value } = threshold;
      const data = {
        unit,
        threshold: { kind, value: kind === "amount" ? formatAmount(nano(value), unit) : value.toString() },
        level: formatAmount(level, unit),
        allocation: formatAmount(allocation, unit),
        balance: formatAmount(balance, unit),
      };
      await announce(tx, accountId, "balance.threshold_crossed", data, {
        cause: `${unit}:${crossingKey(crossing)}`,
      });
    }
  }
}

/** That nothing is left, once for each allocation, whatever thresholds there are. */
async function announceEnds(tx: Tx, accountId: string, unit: Unit, ends: readonly Passage[]): Promise<void> {
  for (const { allocationSeq, allocation, balance, isCurrent } of ends) {
    if (!isCurrent) continue;
    const data = { unit, balance: formatAmount(balance, unit), allocation: formatAmount(allocation, unit) };
    await announce(tx, accountId, "balance.exhausted", data, { cause: `${unit}:${allocationSeq}` });
  }
}
