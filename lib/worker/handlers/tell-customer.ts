import { z } from "zod";
import { tellCustomer } from "@/lib/backoffice/tell";
import { TOLD_ABOUT } from "@/lib/backoffice/tell-later";
import { UNITS } from "@/lib/values/ids";
import type { Handler } from "../handler";

const Payload = z.object({
  accountId: z.uuid(),
  about: z.enum(TOLD_ABOUT),
  id: z.uuid(),
  unit: z.enum(UNITS).optional(),
});

export const tellOfBackOffice: Handler = async (payload) => tellCustomer(Payload.parse(payload));
