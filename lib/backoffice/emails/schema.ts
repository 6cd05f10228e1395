import { z } from "zod";

export const OfEmail = z.object({ id: z.uuid() });
