import type { z } from "zod";
import type { Context, Permission } from "@/lib/values/context";

/** What an agent may do. The verb behind it is the one of the API, so that both give the same figures. */
export interface Tool {
  name: string;
  title: string;
  /** For the agent: when to use it, and what the figures mean. */
  description: string;
  /** What the key must allow; a key that does not, does not see the tool. */
  scope: Permission;
  input: z.ZodObject;
  output: z.ZodObject;
  /** True when it changes nothing. */
  readOnly: boolean;
  /** What `output` describes; each answer is held against it. */
  run(ctx: Context, input: unknown): Promise<object>;
}

interface Spec<Input extends z.ZodObject> extends Omit<Tool, "input" | "run"> {
  input: Input;
  run(ctx: Context, input: z.output<Input>): Promise<object>;
}

/** A tool whose `run` gets what its input schema has read. */
export function tool<Input extends z.ZodObject>(spec: Spec<Input>): Tool {
  return { ...spec, run: (ctx, input) => spec.run(ctx, spec.input.parse(input)) };
}
