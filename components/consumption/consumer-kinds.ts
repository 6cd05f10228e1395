import { DIMENSION_NAMES, dimensionNoun } from "@/lib/metering/rules/usage-names";
import { type ConsumerKind, CONSUMERS } from "@/lib/reports/consumption/schema";

/** What consumers are called, as usage calls them, in the order in which the page asks: who, with what, for what. */
export const KINDS: readonly { kind: ConsumerKind; title: string; noun: string }[] = CONSUMERS.map(
  (kind) => ({
    kind,
    title: DIMENSION_NAMES[kind].many,
    noun: dimensionNoun(kind, "many"),
  }),
);
