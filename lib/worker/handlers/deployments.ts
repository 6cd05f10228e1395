import { z } from "zod";
import { sweepDeployments } from "@/lib/deployments/sweep";
import { tell } from "@/lib/deployments/tell";
import { ABOUT } from "@/lib/deployments/tell-later";
import type { Handler } from "../handler";

/** Turns the cycles of what runs, bills storage, and stops what is past its account's negative limit. */
export const sweepInstances: Handler = async () => sweepDeployments();

const Payload = z.object({ accountId: z.uuid(), about: z.enum(ABOUT), id: z.string() });

export const tellDeployment: Handler = async (payload) => tell(Payload.parse(payload));
