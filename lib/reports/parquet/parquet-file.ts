import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";

/** Hands out what was written and forgets it, so that a file is never in memory as a whole. */
class Pieces extends ByteWriter {
  take(): Uint8Array<ArrayBuffer> {
    const piece = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    return piece;
  }
}

/** The bytes of a Parquet file, a piece for each group of rows. `rowsOf` gives the groups; `cellOf` a row's cell in a column. */
export async function* parquetFile<Row>(
  columns: readonly { element: SchemaElement; of: (row: Row) => string | bigint | Date | null }[],
  groups: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const pieces = new Pieces();
  const root: SchemaElement = { name: "root", num_children: columns.length };
  const file = new ParquetWriter({
    writer: pieces,
    schema: [root, ...columns.map(({ element }) => element)],
    createdBy: "ecu",
  });
  for await (const rows of groups) {
    if (rows.length === 0) continue;
    const columnData = columns.map(({ element, of }) => ({ name: element.name, data: rows.map(of) }));
    await file.write({ columnData, rowGroupSize: rows.length });
    yield pieces.take();
  }
  await file.finish();
  yield pieces.take();
}
