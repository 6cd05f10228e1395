import { z } from "zod";

/** What signs in to the demo, and what its scripts use. */
export const DemoSecrets = z.object({
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  users: z.array(
    z.object({ email: z.string(), password: z.string(), role: z.string(), account: z.string() }),
  ),
  account_key: z.string(),
  platform_key: z.string(),
});
export type DemoSecrets = z.infer<typeof DemoSecrets>;

/** What the process that fills a fresh database says to the supervisor. */
export const FillMessage = z.union([
  z.object({ progress: z.string() }),
  z.object({ demo: DemoSecrets.nullable() }),
  z.object({ fault: z.string() }),
]);
export type FillMessage = z.infer<typeof FillMessage>;
