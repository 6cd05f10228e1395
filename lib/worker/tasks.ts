import type { CronItem, TaskList } from "graphile-worker";
import { sendMail } from "./handlers/send-mail";
import { sweepAccess } from "./handlers/sweep-access";

/** Every task that the worker runs, by the name that the outbox and the crontab use. */
export const tasks: TaskList = {
  "mail.send": sendMail,
  "access.sweep": sweepAccess,
};

/** What runs by the clock (UTC): minute, hour, day, month, weekday. */
export const schedule: readonly CronItem[] = [{ match: "17 * * * *", task: "access.sweep" }];
