import { spawn } from "node:child_process";
import { commandOf } from "@/lib/programs/bundle.mjs";
import { type DemoSecrets, FillMessage } from "./demo";
import { StartFault } from "./fault";
import type { Say } from "./progress";

/**
 * Gives the database what it needs before anybody works with it: the default rate card, and the demo if it is wanted and not there.
 * In a process of its own, so that the supervisor stays small.
 * @returns the demo's secrets when it was made now
 */
export async function fill(env: NodeJS.ProcessEnv, say: Say): Promise<DemoSecrets | null> {
  const script = await commandOf("lib/cli/start/fill-process.ts");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, script, { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
    let trouble = "";
    let demo: DemoSecrets | null = null;
    child.stderr?.on("data", (chunk: Buffer) => (trouble = (trouble + chunk.toString()).slice(-3_000)));
    child.on("message", (raw) => {
      const message = FillMessage.parse(raw);
      if ("progress" in message) say(message.progress);
      else if ("fault" in message) trouble = message.fault;
      else demo = message.demo;
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve(demo) : reject(new StartFault(`The database could not be filled.\n${trouble}`)),
    );
  });
}
