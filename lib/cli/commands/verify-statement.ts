import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { z } from "zod";
import { FileCheck, type FileReport } from "@/lib/reports/statements/rules/check-file";
import { thumbprint } from "@/lib/reports/statements/rules/ed25519";
import { Points } from "@/lib/reports/statements/rules/points";
import { isStatement } from "@/lib/reports/statements/schema";
import { CliFault } from "../output";

interface Options {
  keys?: string;
  key?: string[];
  json?: boolean;
}

/** `ecu verify-statement`: checks statements and receipts against nothing but themselves and the issuer's keys. Needs no network and no database. */
export function verifyStatementCommand(): Command {
  return new Command("verify-statement")
    .description(
      "check signed statements and receipts, offline: signature, sums, and every row along the chain; exit code 1 when something is wrong, 2 when nothing is but no key was named that must have signed it",
    )
    .argument("<files...>", "the files; several of one account are held against each other as well")
    .option("--keys <file>", "the issuer's keys, as /api/v1/signing-keys gives them")
    .option("--key <id...>", "the id of a key that you know to be the issuer's, as its receipts print it")
    .option("--json", "print JSON")
    .action(run);
}

async function run(files: string[], { keys, key, json = false }: Options): Promise<void> {
  const trusted =
    keys === undefined && key === undefined
      ? null
      : new Set([...(key ?? []), ...(keys === undefined ? [] : await keysOf(keys))]);
  const points = new Points();
  const reports: { file: string; report: FileReport }[] = [];
  // Each is held against what any other says of the chain, in whichever order they are named.
  if (files.length > 1) for (const file of files) await check(file, trusted, points);
  for (const file of files) reports.push({ file, report: await check(file, trusted, points) });
  const ok = reports.every(({ report }) => report.ok);
  // Signed by a key of nobody's is no proof of anything: a program must not take it for one.
  const isTrusted = trusted === null ? null : ok;
  if (json) console.log(JSON.stringify({ ok, trusted: isTrusted, files: reports.map(asJson) }));
  else for (const { file, report } of reports) print(file, report, trusted !== null);
  process.exitCode = !ok ? 1 : trusted === null ? 2 : 0;
}

async function check(file: string, trusted: ReadonlySet<string> | null, points: Points): Promise<FileReport> {
  if (!existsSync(file)) throw new CliFault(`there is no file ${file}`);
  const found = new FileCheck(file, trusted, points);
  for await (const line of linesOf(file)) found.line(line);
  return found.finish();
}

/** A line ends at a line feed and nowhere else: names and descriptions may hold what Unicode calls a separator of lines. */
async function* linesOf(file: string): AsyncGenerator<string, void> {
  let rest = "";
  for await (const chunk of createReadStream(file, "utf8")) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  if (rest !== "") yield rest;
}

const Keys = z.object({ keys: z.array(z.object({ x: z.string() })) });

/** The ids of published keys, worked out from the keys themselves. */
async function keysOf(file: string): Promise<string[]> {
  if (!existsSync(file)) throw new CliFault(`there is no file ${file}`);
  const read = Keys.safeParse(parse(await readFile(file, "utf8")));
  if (!read.success) throw new CliFault(`${file} holds no keys: get it from /api/v1/signing-keys`);
  return read.data.keys.map(({ x }) => thumbprint(x));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function asJson({ file, report: { ok, key, document, findings } }: { file: string; report: FileReport }) {
  return {
    file,
    ok,
    key,
    format: document?.format ?? null,
    account_id: document?.account.id ?? null,
    findings,
  };
}

function print(file: string, { ok, document, key, findings }: FileReport, compared: boolean): void {
  console.log(`${file}${document ? `: ${titleOf(document)}` : ""}`);
  const width = Math.max(...findings.map(({ check }) => check.length));
  for (const { ok: fine, check, detail } of findings)
    console.log(`  ${fine ? "✓" : "✗"} ${check.padEnd(width)}  ${detail}`);
  if (!ok) return console.log("  This is not what was issued, or it does not add up.");
  if (compared) return console.log("  Everything is as it was issued.");
  console.log(
    `  It is as whoever holds the key ${key} signed it. Compare the key with the one on your receipts, or with`,
  );
  console.log(`  ${document?.issuer}/api/v1/signing-keys, and name it by --key or --keys.`);
}

function titleOf(document: NonNullable<FileReport["document"]>): string {
  const { account, unit } = document;
  const wallet = unit === "credit" ? "credits" : "tool runs";
  if (isStatement(document))
    return `statement of ${account.name}, ${wallet}, ${document.period.from} to ${document.period.to}`;
  const paper = document.format === "ecu-receipt-1" ? null : document.paper;
  const name = paper?.kind === "credit_note" ? "credit note" : "receipt";
  return `${[name, paper?.number].filter(Boolean).join(" ")} of ${account.name} for ${document.transaction.id}`;
}
