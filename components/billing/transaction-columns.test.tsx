import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DataTable } from "@/components/ui/data-table";
import type { TransactionRow } from "@/lib/ledger/types";
import type { Unit } from "@/lib/values/ids";
import { textOf } from "@/lib/testing/text-of";
import { transactionColumns } from "./transaction-columns";

const ROW: TransactionRow = {
  ...{ id: "txn_1", created_at: "2026-04-21T11:43:00.000Z", type: "gpu_usage", unit: "credit" },
  ...{ amount: "-0.8", balance_after: "41.250000001", source: "worker" },
  ...{
    description: "GPU Instance #132: hold 0.8 ECU per-GPU × 1 GPU × 1h",
    ref_type: "instance",
    ref_id: "132",
  },
};

function tableOf(row: TransactionRow, unit: Unit = "credit"): string {
  const columns = transactionColumns("/billing", "0.1", new URLSearchParams("type=gpu_usage"), unit);
  return renderToStaticMarkup(
    <DataTable caption="Transactions" columns={columns} rows={[row]} rowKey={({ id }) => id} />,
  );
}

it("has the date, type, description, amount and balance after of each row", () => {
  const [head = "", body = ""] = tableOf(ROW).split("</thead>");
  expect(textOf(head)).toBe("Transactions Date (UTC) Type Description Amount (ECU) Balance after");
  expect(textOf(body)).toMatch(
    /^21 Apr.* 11:43 .*GPU usage GPU Instance #132: hold 0\.8 ECU per-GPU × 1 GPU × 1h −0 ?\.8000 .*41 ?\.2500/,
  );
});

it("has all nine decimals and the worth in dollars on hover, and leads to the explanation under the same filter", () => {
  const html = tableOf(ROW);
  expect(html).toMatch(/title="41\.250000001 ECU[^"]*\$4\.13/);
  expect(html).toContain("/billing?type=gpu_usage&amp;explain=txn_1");
});

it("signs what was added, and counts tool runs in runs", () => {
  expect(textOf(tableOf({ ...ROW, type: "topup", amount: "100" }))).toMatch(/Top-up .*\+100 ?\.0000/);
  const runs = tableOf({ ...ROW, unit: "tool_run", amount: "-1", balance_after: "9999" }, "tool_run");
  expect(textOf(runs)).toContain("Amount (runs)");
  expect(textOf(runs)).toMatch(/−1 .*9,999/);
});
