import { InvalidValue } from "@/lib/values/invalid-value";
import { type BillLine, sumLines, type TokenKind } from "./bill";
import { readCount, readDay, readDollars } from "./values";

/** What we can read: costs as OpenAI exports them, activity as OpenRouter does, FOCUS of any provider, and any file whose columns are named. */
export const FORMATS = ["openai", "openrouter", "focus", "columns"] as const;
export type BillFormat = (typeof FORMATS)[number];

/** Which columns of a file have what, by their names. */
export interface ColumnNames {
  day: string;
  model: string;
  cost: string;
  kind?: string | undefined;
  quantity?: string | undefined;
}

type Row = ReadonlyMap<string, string>;
type Reader = (row: Row) => BillLine[];

/**
 * What a bill charges, by UTC day, model and kind of token.
 * @throws InvalidValue naming the line and what is wrong in it
 */
export function readBill(rows: readonly Row[], format: BillFormat, columns: ColumnNames | null): BillLine[] {
  const read = readerOf(format, columns);
  const lines = rows.flatMap((row, index) => {
    try {
      return read(row);
    } catch (error) {
      if (error instanceof InvalidValue) throw new InvalidValue(`line ${index + 2}: ${error.message}`);
      throw error;
    }
  });
  if (lines.length === 0) throw new InvalidValue("has no costs in it");
  return sumLines(lines);
}

/** The format of a file, by the names of its columns; `columns` where they say nothing. */
export function formatOf(row: Row): BillFormat {
  if (row.has("ChargePeriodStart")) return "focus";
  if (row.has("generation_id") || row.has("model_permaslug")) return "openrouter";
  return row.has("line_item") && row.has("amount_value") ? "openai" : "columns";
}

function readerOf(format: BillFormat, columns: ColumnNames | null): Reader {
  if (format === "openai") return openAi;
  if (format === "openrouter") return openRouter;
  if (format === "focus") return focus;
  if (!columns) throw new InvalidValue("needs the names of its columns: its format is none that we know");
  return (row) => {
    const kind = columns.kind ? kindOf(cellOf(row, columns.kind)) : "all";
    const quantity = columns.quantity ? readCount(cellOf(row, columns.quantity)) : null;
    const [day, cost] = [readDay(cellOf(row, columns.day)), readDollars(cellOf(row, columns.cost))];
    return [{ day, model: cellOf(row, columns.model), kind, quantity, cost }];
  };
}

// "gpt-4o-2024-08-06, cached input"
const openAi: Reader = (row) => {
  const day = readDay(row.get("start_time_iso") || cellOf(row, "start_time"));
  const cost = readDollars(cellOf(row, "amount_value"));
  const [model = "", ...words] = cellOf(row, "line_item").split(",");
  const quantity = readCount(row.get("quantity") ?? "");
  return [{ day, model: model.trim(), kind: kindOf(words.join(" ")), quantity, cost }];
};

const openRouter: Reader = (row) => [
  {
    day: readDay(cellOf(row, "created_at")),
    model: row.get("model_permaslug") || cellOf(row, "model"),
    kind: "all",
    quantity:
      (readCount(row.get("tokens_prompt") ?? "") ?? 0n) +
      (readCount(row.get("tokens_completion") ?? "") ?? 0n),
    cost: readDollars(cellOf(row, "cost_total")),
  },
];

// Money that was put on account buys nothing yet.
const focus: Reader = (row) => {
  if (row.get("ChargeCategory") !== "Usage") return [];
  const words = [row.get("SkuMeter"), row.get("SkuId"), row.get("ChargeDescription")]
    .filter(Boolean)
    .join(" ");
  const isTokens = /token/i.test(row.get("ConsumedUnit") ?? "");
  return [
    {
      day: readDay(cellOf(row, "ChargePeriodStart")),
      model: modelOfFocus(row),
      kind: kindOf(words),
      quantity: isTokens ? readCount(row.get("ConsumedQuantity") ?? "") : null,
      cost: readDollars(row.get("EffectiveCost") || cellOf(row, "BilledCost")),
    },
  ];
};

function modelOfFocus(row: Row): string {
  const tagged = /"(?:model|x_model|ModelId)"\s*:\s*"([^"]+)"/i.exec(
    `${row.get("Tags") ?? ""} ${row.get("SkuPriceDetails") ?? ""}`,
  );
  return (
    tagged?.[1] ??
    (row.get("SkuId")?.split("/").at(-1) || row.get("ResourceName") || cellOf(row, "ServiceName"))
  );
}

function kindOf(words: string): TokenKind {
  const text = words.toLowerCase();
  if (/cache[ds]?[ _-]*(write|creat)/.test(text)) return "cache_write";
  if (/cache/.test(text)) return "cached_input";
  if (/output|completion|reasoning/.test(text)) return "output";
  return /input|prompt/.test(text) ? "input" : "all";
}

function cellOf(row: Row, name: string): string {
  const cell = row.get(name);
  if (cell === undefined) throw new InvalidValue(`there is no column “${name}”`);
  if (cell === "") throw new InvalidValue(`“${name}” is empty`);
  return cell;
}
