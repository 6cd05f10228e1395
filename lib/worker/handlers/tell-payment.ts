import { z } from "zod";
import { tell } from "@/lib/purchases/tell";
import type { Handler } from "../handler";

const Payload = z.object({
  accountId: z.uuid(),
  about: z.enum(["receipt", "failed", "dispute"]),
  id: z.string(),
});

export const tellPayment: Handler = async (payload) => tell(Payload.parse(payload));
