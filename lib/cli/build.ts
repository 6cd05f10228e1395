import { mkdir } from "node:fs/promises";
import { env } from "@/lib/env";
import { bundle, PROGRAMS } from "@/lib/programs/bundle.mjs";
import { build, staleBuild } from "./start/build";
import { StartFault } from "./start/fault";

// `npm run build`: the console and the programs beside it, built ahead of its first start. An image does that once, so that none of its containers has to.
for (const program of PROGRAMS) await bundle(program);
const sources = await staleBuild();
if (sources === null) console.log("✓ The console is built from these sources already");
else {
  const folder = env().ECU_DATA_DIR;
  await mkdir(folder, { recursive: true });
  try {
    await build(sources, { ...process.env, NODE_ENV: "production" }, `${folder}/build.log`, () => undefined);
    console.log("✓ The console is built");
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
