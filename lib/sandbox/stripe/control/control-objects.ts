import { z } from "zod";
import { resend } from "../events/events";
import { escalateDispute, loseDispute, winDispute } from "../payments/close-dispute";
import { failRefund, succeedRefund } from "../payments/end-refund";
import { openDispute } from "../payments/open-dispute";
import { settleIntent } from "../payments/settle-intent";
import type { Resource } from "../server/route";
import { command } from "./command";
import { sumsOf } from "./sums";

const nothing = z.strictObject({});
const failure = z.strictObject({ reason: z.string().default("insufficient_funds") });
const dispute = z.strictObject({
  charge: z.string(),
  reason: z.string().optional(),
  inquiry: z.boolean().optional(),
});

/** What banks and people do to payments, refunds and disputes, for tests and for the dashboard. */
export const controlObjects: Resource = {
  pages: (app, sandbox) => {
    command(app, sandbox, "/payments/:id/settle", nothing, (tx, id) => settleIntent(tx, id, null));
    command(app, sandbox, "/payments/:id/fail", failure, (tx, id, { reason }) =>
      settleIntent(tx, id, reason),
    );
    command(app, sandbox, "/disputes", dispute, (tx, _, { charge, ...how }) => openDispute(tx, charge, how));
    command(app, sandbox, "/disputes/:id/win", nothing, winDispute);
    command(app, sandbox, "/disputes/:id/lose", nothing, loseDispute);
    command(app, sandbox, "/disputes/:id/escalate", nothing, escalateDispute);
    command(app, sandbox, "/refunds/:id/succeed", nothing, succeedRefund);
    command(app, sandbox, "/refunds/:id/fail", nothing, (tx, id) => failRefund(tx, id));
    command(app, sandbox, "/events/:id/resend", nothing, (tx, id) => resend(tx, id));
    app.get("/_sandbox/sums", (c) => {
      const key = c.req.query("by") ?? "account_id";
      return c.json(sandbox.read((tx) => sumsOf(tx, key)));
    });
  },
};
