import { z } from "zod";
import type { Instance, InstanceCycle } from "@/lib/db/generated/client";
import type { Source } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import { type Nano, nano } from "@/lib/values/money";
import { type Component, componentStored, type StoredComponent } from "./rules/components";
import type { CycleTerms } from "./rules/settle";

export type { Instance };

/** A cycle of an instance. */
export interface Cycle extends CycleTerms {
  no: number;
  to: Date | null;
  replicas: number;
  rateCard: number;
  holdId: string | null;
  used: Nano | null;
}

/** What a cycle is to be: its price by component, and the version of the card that set it. */
export interface Terms {
  rateCard: number;
  components: readonly Component[];
}

export function cycleOf(row: InstanceCycle): Cycle {
  return {
    no: row.no,
    from: row.fromAt,
    until: row.untilAt,
    to: row.toAt,
    replicas: row.replicas,
    rateCard: row.rateCard,
    held: nano(row.held),
    holdId: row.holdId,
    used: row.used === null ? null : nano(row.used),
    components: storedIn(row.components).map(componentStored),
  };
}

const Stored = z.array(
  z.object({
    meter: z.string(),
    hardware: z.string(),
    units: z.string(),
    price: z.string(),
    per: z.string(),
    amount: z.string().optional(),
  }),
);

/** The components that a cycle's column holds. */
export function storedIn(column: unknown): StoredComponent[] {
  return Stored.parse(column).map(({ amount, ...component }) =>
    amount === undefined ? component : { ...component, amount },
  );
}

/** Who writes a row. */
export function sourceOf({ actor }: Context): Source {
  return actor.kind === "key" ? "api" : actor.kind === "system" ? "worker" : "system";
}

/** The feature of the rate card that prices a kind of instance. */
export const FEATURES = {
  gpu: "gpu_instance",
  inference: "inference_instance",
  model_hosting: "model_hosting",
  guardrail: "guardrail",
  custom_script: "custom_script",
} as const satisfies Record<Instance["kind"], string>;

/** A resource as usage names it: "guardrail/pii". */
export function resourceName(kind: string | null, id: string | null): string {
  return kind === null || id === null ? "" : `${kind}/${id}`;
}
