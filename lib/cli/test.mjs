// `npm test`: gets what the tests need, a browser too, and runs them all.
import { checkNode, generateClient, installDependencies, linkCommand, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
installDependencies();
linkCommand();
generateClient();

const { register } = await import("tsx/esm/api");
register();
await import("./checks/test.ts");
