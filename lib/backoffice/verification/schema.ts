import { z } from "zod";

export const Start = z.object({});
