import { EnvironmentFault } from "@/lib/env";
import { StartFault } from "./start/fault";
import { supervise } from "./start/supervise";

try {
  await supervise();
} catch (error) {
  // What its reader can mend is said in words; anything else is a bug of ours and shows where it is.
  const isExpected = error instanceof EnvironmentFault || error instanceof StartFault;
  console.error(isExpected ? `\n${error.message}\n` : error);
  process.exit(1);
}
