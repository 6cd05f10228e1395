import { z } from "zod";
import { runStoredTorture } from "@/lib/backoffice/torture/run-stored";
import type { Handler } from "../handler";

const Payload = z.object({ runId: z.uuid() });

/** Replays stored events of Stripe on scratch books, for an operator. */
export const tortureStripe: Handler = (payload) => runStoredTorture(Payload.parse(payload).runId);
