#!/usr/bin/env node
// `npx ecu …`: the commands are TypeScript.
import { join } from "node:path";
import { checkNode, generateClient, loadEnvironmentFile, root } from "./prepare.mjs";

checkNode();
loadEnvironmentFile();
// Files are named from where the command was called; the installation is found from the project.
process.env.ECU_DATA_DIR ||= join(root, ".ecu");
generateClient();

const { run } = await import("../programs/bundle.mjs");
await run("lib/cli/ecu.ts");
