import { z } from "zod";
import { announceAuthorization, AUTHORIZATION_EVENTS } from "@/lib/metering/preflight/announce-authorization";
import { announceTask } from "@/lib/webhooks/announcement";
import { giveUpExcess } from "@/lib/webhooks/give-up-excess";
import { sweepWebhooks } from "@/lib/webhooks/sweep";
import { tellEnded } from "@/lib/webhooks/tell-ended";
import type { Handler } from "../handler";

const OfAccount = z.looseObject({ accountId: z.uuid() });
const OfHold = z.object({ accountId: z.uuid(), event: z.enum(AUTHORIZATION_EVENTS), holdId: z.uuid() });
const OfEndpoint = z.object({ accountId: z.uuid(), endpointId: z.uuid() });

/** What a posting has made true is told to those who listen. */
export const announceLater: Handler = (payload) => {
  const { accountId, ...task } = OfAccount.parse(payload);
  return announceTask(accountId, task);
};

/** Credit was held for work, or the hold has ended. */
export const tellOfAuthorization: Handler = (payload) => {
  const { accountId, event, holdId } = OfHold.parse(payload);
  return announceAuthorization(accountId, event, holdId);
};

/** An endpoint was switched off by itself. */
export const tellEndedWebhook: Handler = (payload) => {
  const { accountId, endpointId } = OfEndpoint.parse(payload);
  return tellEnded(accountId, endpointId);
};

/** What is told and past its time goes, until nothing is left of it. */
export const sweepTold: Handler = async () => {
  while ((await sweepWebhooks()) > 0);
};

/** What waits for an endpoint beyond all measure is given up, until nothing is beyond it. */
export const giveUpWaiting: Handler = async () => {
  while ((await giveUpExcess()) > 0);
};
