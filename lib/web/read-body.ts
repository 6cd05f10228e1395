import { invalid, Refusal } from "@/lib/values/refusal";

/** What OpenTelemetry's Collector packs its exports with unless it is told otherwise, and its kin. */
const PACKINGS: ReadonlyMap<string, CompressionFormat> = new Map([
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
]);

/**
 * Reads a body up to a limit, and stops reading there; what was packed with gzip or deflate is unpacked, and counts as large as it is then.
 * @throws Refusal `too_large`, `invalid_request`
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  refuseProtobuf(request.headers);
  const packing = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (packing === "" || packing === "identity") return readAll(request.body, maxBytes);
  const format = PACKINGS.get(packing);
  if (!format)
    throw invalid("Content-Encoding", `is ${packing.slice(0, 40)}: send gzip, deflate or no packing`);
  try {
    const packed = request.body?.pipeThrough(atMost(maxBytes));
    return await readAll(packed?.pipeThrough(new DecompressionStream(format)) ?? null, maxBytes);
  } catch (error) {
    if (isBadlyPacked(error)) throw invalid("Content-Encoding", `says ${packing}, and the body is not`);
    throw error;
  }
}

/** Ends what is larger: packed, a body may go on for ever and come to nothing. */
function atMost(maxBytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let size = 0;
  return new TransformStream({
    transform: (part, controller) => {
      size += part.byteLength;
      if (size > maxBytes) controller.error(tooLarge(maxBytes));
      else controller.enqueue(part);
    },
  });
}

async function readAll(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(part.value);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** Node.js throws what its library for packing says, or what the standard asks for. */
function isBadlyPacked(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return error instanceof TypeError || /^(Z_|ERR_TRAILING_JUNK)/.test(code);
}

// The default of OpenTelemetry's exporters: as text it would be refused in words that help nobody.
function refuseProtobuf(headers: Headers): void {
  if (!/^application\/(x-)?protobuf\b/i.test(headers.get("content-type") ?? "")) return;
  throw invalid(
    "Content-Type",
    "is protobuf, and JSON is read here: set OTEL_EXPORTER_OTLP_PROTOCOL=http/json, or in the Collector encoding: json",
  );
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal("too_large", `The body is larger than ${maxBytes} bytes. Send it in several requests.`);
}
