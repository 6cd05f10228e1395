import { z } from "zod";
import { applyStripeEvent } from "@/lib/purchases/apply-event";
import type { Handler } from "../handler";

const Payload = z.object({ eventId: z.string() });

export const applyEvent: Handler = async (payload) => applyStripeEvent(Payload.parse(payload).eventId);
