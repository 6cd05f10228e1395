import type { CronItem, TaskList } from "graphile-worker";
import { sendMail } from "./handlers/send-mail";
import { sweepAccess } from "./handlers/sweep-access";
import { sweepLedger } from "./handlers/sweep-ledger";
import { verifyBooks } from "./handlers/verify-books";

/** Every task that the worker runs, by the name that the outbox and the crontab use. */
export const tasks: TaskList = {
  "mail.send": sendMail,
  "access.sweep": sweepAccess,
  "ledger.sweep": sweepLedger,
  "ledger.verify": verifyBooks,
};

/** What runs by the clock (UTC): minute, hour, day, month, weekday. */
export const schedule: readonly CronItem[] = [
  { match: "17 * * * *", task: "access.sweep" },
  { match: "* * * * *", task: "ledger.sweep" },
  { match: "41 3 * * *", task: "ledger.verify" },
];
