import { z } from "zod";
import { tell } from "@/lib/purchases/tell";
import { TELLINGS } from "@/lib/purchases/tell-later";
import type { Handler } from "../handler";

const Payload = z.object({
  accountId: z.uuid(),
  about: z.enum(TELLINGS),
  id: z.string(),
});

export const tellPayment: Handler = async (payload) => tell(Payload.parse(payload));
