import { createHash } from "node:crypto";
import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { utcDay } from "@/lib/values/time";
import { readDemo } from "../installation";
import { CliFault, print } from "../output";
import { meter, type MeterTarget } from "../trace/meter";
import { type NumberedCall, readCalls, surveyTrace, type TraceFile } from "../trace/read-trace";

interface Options {
  model?: string;
  provider?: string;
  account?: string;
  url?: string;
  key?: string;
  feature: string;
  operation: string;
  start?: string;
  speed?: string;
  json?: boolean;
}

const BATCH = 1_000;
const IN_FLIGHT = 4;
/** Traces that only say how long after their beginning a call was made begin here, if nothing else is said: the same on every run. */
const RELATIVE_START = "2024-01-01T00:00:00Z";

/** `ecu replay-trace`: meters a real request trace through the API. The ids come from the file, so that a second run charges nothing. */
export function replayTraceCommand(): Command {
  return new Command("replay-trace")
    .description(
      "meter a request trace (Azure, BurstGPT or Mooncake) through the API; a second run charges nothing",
    )
    .argument("<file>", "the trace")
    .option("--model <model>", "the model that was called; BurstGPT names its own")
    .option("--provider <provider>", "who ran the model")
    .option("--account <id>", "the account to charge; the first demo account if nothing is said")
    .option("--url <url>", "the installation; the one that `npm start` runs here if nothing is said")
    .option(
      "--key <key>",
      "an API key with usage:write; ECU_API_KEY or the demo's platform key if nothing is said",
    )
    .option("--feature <feature>", "what the calls are charged as", "model_inference")
    .option("--operation <type>", "the kind of call", "chat")
    .option(
      "--start <time>",
      "move the trace so that it begins at this time; without it, calls keep the dates of the trace",
    )
    .option("--speed <factor>", "keep the trace's own pace, times this; without it, as fast as it goes")
    .option("--json", "print JSON")
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const target = targetOf(options);
  const speed = options.speed === undefined ? null : positive(options.speed);
  const trace = await surveyTrace(file);
  const shift = startOf(trace, options.start) - (trace.format.relative ? 0 : trace.first);
  const offset = trace.format.relative || options.start !== undefined ? shift : 0;
  const bar = !options.json && process.stderr.isTTY ? progressBar(trace.calls) : null;
  const began = performance.now();
  const sums = { calls: 0, input_tokens: 0, output_tokens: 0, charged: 0, replayed: 0, refused: 0 };
  let fault: string | null = null;
  const meterBatch = async (calls: readonly NumberedCall[]): Promise<void> => {
    const answers = await meter(
      target,
      calls.map((call) => eventOf(call, trace, options, offset)),
    );
    for (const { result, detail } of answers) {
      sums[result === "unbilled" ? "charged" : result] += 1;
      if (result === "refused") fault ??= detail ?? "refused";
    }
    for (const { inputTokens, outputTokens } of calls) {
      sums.calls += 1;
      sums.input_tokens += inputTokens;
      sums.output_tokens += outputTokens;
    }
    bar?.update(sums.calls);
  };
  try {
    await inFlight(batchesOf(trace, speed, began), meterBatch);
  } finally {
    bar?.stop();
  }
  const seconds = (performance.now() - began) / 1_000;
  const days = [trace.first, trace.last].map((at) => utcDay(new Date(at + offset)));
  const [from, to] = days;
  print(
    {
      ...sums,
      seconds: Math.round(seconds * 100) / 100,
      events_per_second: Math.round(sums.calls / seconds),
      days: from === to ? from : `${from} to ${to}`,
      usage_page: new URL(`/usage?from=${from}&to=${to}`, target.url).href,
    },
    options.json ?? false,
  );
  if (fault !== null) throw new CliFault(`${sums.refused} calls were refused. The first: ${fault}`);
}

function targetOf(options: Options): MeterTarget {
  const demo = readDemo();
  const url = options.url ?? process.env.ECU_URL ?? demo?.url;
  if (url === undefined || !URL.canParse(url))
    throw new CliFault("Nothing runs here. Start it with `npm start`, or say where with --url.");
  const key = options.key ?? process.env.ECU_API_KEY ?? demo?.platform_key;
  if (key === undefined)
    throw new CliFault(
      "--key <key> is needed: an API key with the scope usage:write. `ecu create-key` makes one.",
    );
  const accountId = options.account ?? (key.startsWith("ecup_") ? demo?.accounts[0]?.id : undefined) ?? null;
  if (accountId === null && key.startsWith("ecup_"))
    throw new CliFault("--account <id> is needed with a platform key.");
  return { url, key, accountId };
}

function positive(text: string): number {
  const factor = Number(text);
  if (!(factor > 0)) throw new CliFault(`--speed ${text}: a number above 0 is needed, such as 60`);
  return factor;
}

function startOf(trace: TraceFile, start: string | undefined): number {
  const at = Date.parse(
    start ?? (trace.format.relative ? RELATIVE_START : new Date(trace.first).toISOString()),
  );
  if (Number.isNaN(at))
    throw new CliFault(`--start ${start}: a time is needed, such as 2026-11-01T00:00:00Z`);
  return at;
}

/** The id says everything that decides the charge: the file, the line, and what the call is charged as and when. */
function eventOf(call: NumberedCall, { digest }: TraceFile, options: Options, offset: number): object {
  const { feature, operation, provider } = options;
  const model = options.model ?? call.model;
  if (model === null)
    throw new CliFault("--model <model> is needed: this trace does not say which model was called.");
  const occurredAt = new Date(call.at + offset).toISOString();
  const kind = createHash("sha256")
    .update(JSON.stringify([digest, feature, operation, provider ?? "", model, offset]))
    .digest("hex");
  return {
    id: `trace-${kind.slice(0, 24)}-${call.line}`,
    occurred_at: occurredAt,
    ...{ feature, operation, model, input_tokens: call.inputTokens, output_tokens: call.outputTokens },
    ...(provider !== undefined && { provider }),
  };
}

async function* batchesOf(
  trace: TraceFile,
  speed: number | null,
  began: number,
): AsyncGenerator<NumberedCall[], void> {
  let batch: NumberedCall[] = [];
  for await (const call of readCalls(trace)) {
    if (speed !== null) {
      const wait = (call.at - trace.first) / speed - (performance.now() - began);
      // What is due goes out before the pause.
      if (wait > 50) {
        if (batch.length > 0) yield batch;
        batch = [];
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    batch.push(call);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Runs a few batches at a time; the first fault ends it, after those that are under way. */
async function inFlight(
  batches: AsyncGenerator<NumberedCall[], void>,
  send: (batch: NumberedCall[]) => Promise<void>,
): Promise<void> {
  const worker = async () => {
    for (let next = await batches.next(); !next.done; next = await batches.next()) await send(next.value);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

function progressBar(total: number): SingleBar {
  const bar = new SingleBar({
    format: "{bar} {percentage} % · {value} of {total} calls · {eta_formatted} left",
    stream: process.stderr,
    hideCursor: true,
  });
  bar.start(total, 0);
  return bar;
}
