// Runs after `npm install` and `npm ci`.
import { completeLockfile } from "./complete-lockfile.mjs";
import { generateClient, linkCommand } from "./prepare.mjs";

completeLockfile();
linkCommand();
generateClient();
