/** What can be found by a pasted id or a few letters. */
export type HitKind =
  | "transaction"
  | "usage_event"
  | "hold"
  | "approval"
  | "mandate"
  | "instance"
  | "tool"
  | "model"
  | "deployment"
  | "guardrail"
  | "custom_script"
  | "volume"
  | "member"
  | "team"
  | "project"
  | "key"
  | "budget";

/** One thing of an account that was found. */
export interface Hit {
  kind: HitKind;
  id: string;
  title: string;
  /** What tells it from others of the name. */
  note: string;
  /** The transaction that explains it, where there is one. */
  transaction: string | null;
  /** For a deployment its model's id, for an event its UTC day. */
  within: string | null;
}
