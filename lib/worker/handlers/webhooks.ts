import { z } from "zod";
import { announceTask } from "@/lib/webhooks/announcement";
import type { Handler } from "../handler";

const OfAccount = z.looseObject({ accountId: z.uuid() });

/** What a posting has made true is told to those who listen. */
export const announceLater: Handler = (payload) => {
  const { accountId, ...task } = OfAccount.parse(payload);
  return announceTask(accountId, task);
};
