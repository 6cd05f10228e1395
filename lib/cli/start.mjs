// `npm start`. Runs on Node.js alone, gets what is missing, and goes on in TypeScript.
import {
  checkNode,
  generateClient,
  installDependencies,
  linkCommand,
  loadEnvironmentFile,
  root,
} from "./prepare.mjs";

checkNode();
process.chdir(root);
loadEnvironmentFile();
installDependencies();
linkCommand();
generateClient();

const { run } = await import("../programs/bundle.mjs");
await run("lib/cli/start.ts");
