import { deflateSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readBody } from "./read-body";

const MOST = 1_000;
const read = async (body: Uint8Array<ArrayBuffer> | string, headers: Record<string, string> = {}) =>
  Buffer.from(
    await readBody(new Request("http://api.test", { method: "POST", body, headers }), MOST),
  ).toString();

it("reads a body as it is, and one that was packed on the way", async () => {
  expect(await read("plain")).toBe("plain");
  expect(await read("plain", { "content-encoding": "identity" })).toBe("plain");
  expect(await read(gzipSync("packed"), { "content-encoding": "gzip" })).toBe("packed");
  expect(await read(deflateSync("packed"), { "content-encoding": "Deflate" })).toBe("packed");
});

it("counts what was packed as large as it is", async () => {
  const bomb = gzipSync("x".repeat(10_000_000));
  await expect(
    readBody(
      new Request("http://api.test", {
        method: "POST",
        body: bomb,
        headers: { "content-encoding": "gzip" },
      }),
      bomb.length,
    ),
  ).rejects.toMatchObject({ code: "too_large" });
});

it("stops reading what goes on and comes to nothing", async () => {
  // A stream of deflate in which one empty block follows the other.
  const block = Buffer.concat([...Array<Buffer>(1_000)].map(() => Buffer.from([0, 0, 0, 0xff, 0xff])));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(sent === 0 ? Buffer.from([0x78, 0x01]) : block);
      sent += 1;
      if (sent > 1_000) controller.close();
    },
  });
  const sending = { method: "POST", body, headers: { "content-encoding": "deflate" }, duplex: "half" };
  await expect(readBody(new Request("http://api.test", sending), 20_000)).rejects.toMatchObject({
    code: "too_large",
  });
  expect(sent).toBeLessThan(50);
});

it("refuses what is not packed as it says, and packings that it does not know", async () => {
  await expect(read("plain", { "content-encoding": "gzip" })).rejects.toThrow("Content-Encoding: says gzip");
  await expect(read(gzipSync("packed").subarray(0, 12), { "content-encoding": "gzip" })).rejects.toThrow(
    "says gzip",
  );
  await expect(read("plain", { "content-encoding": "br" })).rejects.toThrow("Content-Encoding: is br");
});

it("tells exporters of OpenTelemetry how they send JSON", async () => {
  await expect(read("\n", { "content-type": "application/x-protobuf" })).rejects.toThrow(
    "OTEL_EXPORTER_OTLP_PROTOCOL=http/json",
  );
});
