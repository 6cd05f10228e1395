// `npm run worker`: the worker process by itself. Any number of them may run.
import { run } from "../programs/bundle.mjs";

await run("lib/worker/main.ts");
