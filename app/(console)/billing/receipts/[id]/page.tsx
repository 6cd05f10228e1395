import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckIt } from "@/components/statements/check-it";
import { Proof } from "@/components/statements/proof";
import { ReceiptLines } from "@/components/statements/receipt-lines";
import { Sheet } from "@/components/statements/sheet";
import { SheetBar } from "@/components/statements/sheet-bar";
import { readReceipt } from "@/lib/reports/statements/read-receipt";
import { signed } from "@/lib/reports/statements/statement-file";
import { displayDay } from "@/lib/values/display/time";
import { Refusal } from "@/lib/values/refusal";
import { pageContext } from "@/lib/web/session";

export const metadata: Metadata = { title: "Receipt" };

/** The receipt of one transaction, to be read, printed on one page, and taken along as a signed file. */
export default async function ReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  const [ctx, { id }] = await Promise.all([pageContext(), params]);
  const { document } = await readReceipt(ctx, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
  const { signature } = await signed(document);
  const paid = document.payment !== null && !document.transaction.amount.startsWith("-");
  return (
    <>
      <SheetBar
        back={{ href: `/billing?explain=${id}`, label: "The transaction" }}
        fileHref={`/api/v1/receipts/${id}?account=${ctx.accountId}`}
      />
      <Sheet
        title={paid ? "Receipt" : "Receipt of a transaction"}
        subtitle={displayDay(document.transaction.created_at.slice(0, 10))}
        document={document}
      >
        <ReceiptLines document={document} />
        <Proof document={document} keyId={signature.key} />
      </Sheet>
      <CheckIt file={`receipt-${id}.jsonl`} keyId={signature.key} />
    </>
  );
}
