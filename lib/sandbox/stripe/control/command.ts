import type { Context, Hono } from "hono";
import { z } from "zod";
import type { Sandbox } from "../sandbox";
import { StripeError } from "../server/errors";
import type { Tx } from "../tx";

/** Reads the JSON body of a control call; without one, nothing is said. Null when it is not as it should be. */
export async function bodyOf<S extends z.ZodType>(
  c: Context,
  schema: S,
): Promise<{ body: z.output<S> } | { refused: Response }> {
  const text = await c.req.text();
  let json: unknown;
  try {
    json = text === "" ? {} : JSON.parse(text);
  } catch {
    return { refused: c.json({ error: { message: "The body is not JSON." } }, 400) };
  }
  const read = schema.safeParse(json);
  if (read.success) return { body: read.data };
  return { refused: c.json({ error: { message: z.prettifyError(read.error) } }, 400) };
}

/** Makes a control call of a verb: `POST /_sandbox<path>`, answered with what the verb returns. */
export function command<S extends z.ZodType>(
  app: Hono,
  sandbox: Sandbox,
  path: string,
  schema: S,
  verb: (tx: Tx, id: string, body: z.output<S>) => object,
): void {
  app.post(`/_sandbox${path}`, async (c) => {
    const read = await bodyOf(c, schema);
    if ("refused" in read) return read.refused;
    try {
      return c.json(sandbox.transact((tx) => verb(tx, c.req.param("id") ?? "", read.body)));
    } catch (error) {
      if (error instanceof StripeError)
        return c.json({ error: error.body }, error.status === 404 ? 404 : 400);
      throw error;
    }
  });
}
