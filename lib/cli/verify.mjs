// `npm run verify`: format, lint, types, layers, dead code and script budgets.
import { checkNode, generateClient, installDependencies, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
installDependencies();
generateClient();

const { register } = await import("tsx/esm/api");
register();
await import("./checks/verify.ts");
