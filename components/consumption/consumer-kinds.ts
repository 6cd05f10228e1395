import type { ConsumerKind } from "@/lib/reports/consumption/schema";

/** What consumers are called, in the order in which the page asks: who, with what, for what. */
export const KINDS: readonly { kind: ConsumerKind; title: string; noun: string }[] = [
  { kind: "member", title: "Users", noun: "users" },
  { kind: "model", title: "Models", noun: "models" },
  { kind: "feature", title: "Job types", noun: "job types" },
  { kind: "team", title: "Teams", noun: "teams" },
  { kind: "project", title: "Projects", noun: "projects" },
  { kind: "key", title: "API keys", noun: "keys" },
];
