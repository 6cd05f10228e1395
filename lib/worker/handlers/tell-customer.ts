import { z } from "zod";
import { tellCustomer } from "@/lib/backoffice/tell";
import { TOLD_ABOUT } from "@/lib/backoffice/tell-later";
import type { Handler } from "../handler";

const Payload = z.object({ accountId: z.uuid(), about: z.enum(TOLD_ABOUT), id: z.uuid() });

export const tellOfBackOffice: Handler = async (payload) => tellCustomer(Payload.parse(payload));
