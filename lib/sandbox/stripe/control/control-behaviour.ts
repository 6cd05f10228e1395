import { z } from "zod";
import { modeSchema } from "../events/mode";
import type { Resource } from "../server/route";
import { bodyOf } from "./command";
import { faultSchema } from "./faults";

const advance = z.strictObject({
  advanceSeconds: z
    .int()
    .min(0)
    .max(400 * 86_400),
});

/** How the sandbox itself behaves: faults of calls, webhooks, the clock; and what was called. */
export const controlBehaviour: Resource = {
  pages: (app, sandbox) => {
    app.get("/_sandbox/health", (c) => c.json({ ok: true }));
    app.post("/_sandbox/faults", async (c) => {
      const read = await bodyOf(c, faultSchema);
      if ("refused" in read) return read.refused;
      sandbox.faults.add(read.body);
      return c.json(read.body);
    });
    app.delete("/_sandbox/faults", (c) => {
      sandbox.faults.clear();
      return c.json({});
    });
    app.post("/_sandbox/webhooks/mode", async (c) => {
      const read = await bodyOf(c, modeSchema);
      if ("refused" in read) return read.refused;
      sandbox.deliveries.mode = read.body;
      sandbox.deliveries.wake();
      return c.json(read.body);
    });
    app.post("/_sandbox/webhooks/flush", async (c) => c.json(await sandbox.deliveries.flush()));
    app.post("/_sandbox/clock", async (c) => {
      const read = await bodyOf(c, advance);
      if ("refused" in read) return read.refused;
      sandbox.advance(read.body.advanceSeconds);
      return c.json({ now: sandbox.clock.now() });
    });
    app.get("/_sandbox/calls", (c) => c.json({ calls: sandbox.calls.all() }));
    app.delete("/_sandbox/calls", (c) => {
      sandbox.calls.clear();
      return c.json({});
    });
  },
};
