/** The project's folder. */
export declare const root: string;

/** What runs beside Next, by its file in the project's folder. */
export declare const PROGRAMS: readonly Program[];

export type Program =
  | "lib/backoffice/torture/replay.ts"
  | "lib/cli/ecu.ts"
  | "lib/cli/start.ts"
  | "lib/cli/start/fill-process.ts"
  | "lib/sandbox/mailbox/main.ts"
  | "lib/sandbox/provider/main.ts"
  | "lib/sandbox/stripe/main.ts"
  | "lib/worker/main.ts";

/**
 * Makes one program of a file of TypeScript and all that it imports of this project; packages stay where they are.
 * @returns the path of the JavaScript, in `.cache/programs`; it is replaced when the sources have changed
 * @throws Error when a source cannot be understood or the file cannot be written
 */
export declare function bundle(entry: Program): Promise<string>;

/** What to give to Node.js to run it: its errors name lines of the sources. @throws Error as `bundle` does */
export declare function commandOf(entry: Program): Promise<string[]>;

/** Runs it in this process. @throws Error as `bundle` does, and what it throws itself */
export declare function run(entry: Program): Promise<void>;
