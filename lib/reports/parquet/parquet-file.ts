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

type Columns<Row> = readonly { element: SchemaElement; of: (row: Row) => string | bigint | Date | null }[];
type NextGroup<Row> = () => Promise<readonly Row[] | null>;

/**
 * The bytes of a Parquet file, a piece for each group of rows. Between pieces it keeps none of the rows, however long its reader takes.
 * @param nextGroup gives the groups one after another, then null
 */
export async function* parquetFile<Row>(
  columns: Columns<Row>,
  nextGroup: NextGroup<Row>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const pieces = new Pieces();
  const root: SchemaElement = { name: "root", num_children: columns.length };
  const file = new ParquetWriter({
    writer: pieces,
    schema: [root, ...columns.map(({ element }) => element)],
    createdBy: "ecu",
  });
  while (await writeGroup(file, columns, nextGroup)) yield pieces.take();
  await file.finish();
  yield pieces.take();
}

// A function of its own: what it names is gone when it has returned.
async function writeGroup<Row>(
  file: ParquetWriter,
  columns: Columns<Row>,
  nextGroup: NextGroup<Row>,
): Promise<boolean> {
  const rows = await nextGroup();
  if (!rows) return false;
  if (rows.length === 0) return true;
  const columnData = columns.map(({ element, of }) => ({ name: element.name, data: rows.map(of) }));
  await file.write({ columnData, rowGroupSize: rows.length });
  return true;
}
