import { brokenProvider } from "../provider/provider-fault";
import type { Chunk } from "../rules/heard";
import { chargeField } from "./answer-headers";
import type { BegunCall } from "./begin-call";
import { close, type Exchange, listen, open } from "./listen";
import type { Charge } from "./settle-call";
import { dataOf, DONE, Passed } from "./passed";
import { settleHeard } from "./settle-heard";

const ENCODER = new TextEncoder();
const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Nothing on the way may keep or pack what should arrive at once.
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/**
 * Answers a chat chunk by chunk, as fast as the caller reads. It is settled before the last event, so that whoever saw the end can read the charge.
 * `report` gets what nobody is there to be told.
 * @throws ProviderFault when the provider does not begin
 */
export async function answerStream(
  call: BegunCall,
  caller: AbortSignal,
  report: (error: unknown) => void,
): Promise<Response> {
  const exchange = await open(call, caller);
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const writer = pipe.writable.getWriter();
  writer.closed.catch(() => exchange.cut.leave());
  void pump(exchange, writer).catch(report);
  return new Response(pipe.readable, { headers: { ...HEADERS, "ecu-call": call.id } });
}

async function pump(exchange: Exchange, writer: WritableStreamDefaultWriter<Uint8Array>): Promise<void> {
  const { call, heard, cut } = exchange;
  const passed = new Passed(wantsUsage(call));
  try {
    const whole = await listen(exchange, async (events) => {
      const { text, next } = passed.take(events, heard);
      // A caller who does not read holds up nothing but the own stream, and that until its time is over.
      await Promise.race([writer.ready, cut.stopped]);
      if (text !== "" && cut.reason === null) put(writer, text);
      return next;
    });
    const charge = await settleHeard(call, heard, cut.reason ?? (whole ? "completed" : "provider_error"));
    put(writer, tailOf(exchange, passed.usage, charge, whole));
  } catch (error) {
    // It is open still, and the worker settles it. The caller learns that the end is missing.
    put(writer, dataOf({ error: brokenProvider(false, {}).error }));
    throw error;
  } finally {
    close(exchange);
    writer.close().catch(() => undefined);
  }
}

// Who has left is told nothing.
function put(writer: WritableStreamDefaultWriter<Uint8Array>, text: string): void {
  writer.write(ENCODER.encode(text)).catch(() => undefined);
}

function tailOf(
  { call, heard, cut }: Exchange,
  usage: Chunk | null,
  charge: Charge | null,
  whole: boolean,
): string {
  const ecu = chargeField(call, charge);
  const said = usage && wantsUsage(call) ? dataOf({ ...usage, ecu }) : `: ecu ${JSON.stringify(ecu)}\n\n`;
  if (whole) return `${said}data: ${DONE}\n\n`;
  // The provider has told of its error itself, if it could.
  return heard.failed ? said : said + dataOf({ error: brokenProvider(cut.reason === "timeout", {}).error });
}

function wantsUsage({ body }: BegunCall): boolean {
  const { stream_options: options, usage } = body;
  return asks(options, "include_usage") || asks(usage, "include");
}

function asks(value: unknown, field: string): boolean {
  return typeof value === "object" && value !== null && field in value && Reflect.get(value, field) === true;
}
