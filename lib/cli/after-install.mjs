// Runs after `npm install` and `npm ci`.
import { generateClient, linkCommand } from "./prepare.mjs";

linkCommand();
generateClient();
