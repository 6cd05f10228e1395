import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { beforeAll, expect, it } from "vitest";
import { exportUsageEvents } from "@/lib/metering/export-usage-events";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import { readCsv } from "@/lib/testing/read-csv";
import { formatScaled } from "@/lib/values/money";
import { COLUMNS } from "./columns";
import { exportParquet } from "./export-parquet";
import { parquetFile } from "./parquet-file";

beforeAll(() => ensureDefaultRateCard());

const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer();

it("has the events of the CSV file, cell by cell, with their types and every digit", async () => {
  const ctx = await accountWith("100");
  await recordUsage(
    ctx,
    Array.from({ length: 50 }, (_, no) => ({
      id: `event-${no}`,
      model: no % 2 === 0 ? "gpt-4o" : "gpt-4o-mini",
      input_tokens: 1_000 + no,
      output_tokens: no,
      ...(no % 3 === 0 && { member: "Ünal, “A”" }),
    })),
  );
  await recordUsage(ctx, [{ id: "free", feature: "judge_run", cost_usd: "0.000000000001" }]);
  const [head = [], ...lines] = readCsv(await new Response(exportUsageEvents(ctx, {})).text());
  expect(COLUMNS.map(({ element }) => element.name)).toEqual(head);
  const file = await bytesOf(exportParquet(ctx, {}));
  const { schema } = await parquetMetadataAsync(file);
  const typeOf = (name: string) => schema.find((element) => element.name === name);
  expect(typeOf("charge")).toMatchObject({ converted_type: "DECIMAL", precision: 38, scale: 9 });
  expect(typeOf("occurred_at")).toMatchObject({ converted_type: "TIMESTAMP_MILLIS" });
  // The reader makes floats of decimals: it is shown bytes instead, so that every digit counts.
  const metadata = await parquetMetadataAsync(file);
  for (const element of metadata.schema)
    if (element.converted_type === "DECIMAL") delete element.converted_type;
  const rows = await parquetReadObjects({ file, metadata, utf8: false });
  expect(rows).toHaveLength(51);
  const scales = new Map(COLUMNS.map(({ element }) => [element.name, element.scale ?? 0]));
  expect(rows.map((row) => head.map((name) => textOf(row[name], scales.get(name) ?? 0)))).toEqual(lines);
});

/** A cell as the CSV file has it. */
function textOf(value: unknown, scale: number): string {
  if (value instanceof Date) return value.toISOString();
  if (!(value instanceof Uint8Array)) return String(value ?? "");
  return formatScaled(BigInt.asIntN(128, BigInt(`0x${Buffer.from(value).toString("hex")}`)), scale);
}

it("is a file that can be read when there is nothing in it, and only has what is the account's", async () => {
  const ctx = await testAccount();
  const file = await bytesOf(exportParquet(ctx, { from: "2026-01-01", to: "2026-01-31" }));
  expect(await parquetReadObjects({ file })).toEqual([]);
  expect(() => exportParquet(ctx, { from: "2026-02-01", to: "2026-01-31" })).toThrow("from");
});

it("holds one group of rows at a time, however many there are", async () => {
  const columns = COLUMNS.slice(0, 1).map(({ element }) => ({ element, of: (row: number) => String(row) }));
  let made = 0;
  const groups = async () => {
    if (made === 200) return null;
    made += 1;
    return Array.from({ length: 1_000 }, (_, no) => (made - 1) * 1_000 + no);
  };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of parquetFile(columns, groups)) {
    // A piece comes out for every group that went in, and none waits for the file's end.
    parts.push(part);
    expect(Math.min(parts.length, 200)).toBe(made);
  }
  const file = await new Blob(parts).arrayBuffer();
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(file.byteLength / 10);
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(200_000);
  expect(rows.at(-1)).toEqual({ id: "199999" });
});

it("keeps none of a group while its reader takes no more, so that downloads which stand still hold little", async () => {
  const columns = COLUMNS.slice(0, 1).map(({ element }) => ({ element, of: (row: object) => String(row) }));
  const given: WeakRef<object[]>[] = [];
  const file = parquetFile(columns, async () => {
    const rows = Array.from({ length: 1_000 }, () => ({}));
    given.push(new WeakRef(rows));
    return rows;
  });
  await file.next();
  // What was named in this turn lives until the next one.
  await new Promise((resolve) => setImmediate(resolve));
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  expect(given.map((rows) => rows.deref())).toEqual([undefined]);
  await file.return();
});
