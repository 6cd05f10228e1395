import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CheckIt } from "@/components/statements/check-it";
import { paperTitle } from "@/components/statements/paper-names";
import { DisputedNote } from "@/components/statements/disputed-note";
import { Proof } from "@/components/statements/proof";
import { ReceiptLines } from "@/components/statements/receipt-lines";
import { Sheet } from "@/components/statements/sheet";
import { SheetBar } from "@/components/statements/sheet-bar";
import { readPayment } from "@/lib/purchases/read-payment";
import { readReceipt } from "@/lib/reports/statements/read-receipt";
import { paperFileName } from "@/lib/reports/statements/rules/file-name";
import { signed } from "@/lib/reports/statements/statement-file";
import { displayDay } from "@/lib/values/display/time";
import { Refusal } from "@/lib/values/refusal";
import { pageContext } from "@/lib/web/session";

// Read once for the page and for its title, by which a browser names what is saved of it.
const receiptOf = cache(async (id: string) => {
  const ctx = await pageContext();
  const receipt = await readReceipt(ctx, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
  return { ...receipt, ctx };
});

export async function generateMetadata({ params }: { params: Promise<{ id: string }> }): Promise<Metadata> {
  const { paper } = (await receiptOf((await params).id)).document;
  return { title: [paperTitle(paper.kind), paper.number].filter(Boolean).join(" ") };
}

/** The receipt of one transaction, to be read, printed on one page, and taken along as a signed file. */
export default async function ReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { document, ctx } = await receiptOf(id);
  const [{ signature }, payment] = await Promise.all([signed(document), readPayment(ctx, id)]);
  const { paper, transaction } = document;
  const day = displayDay(transaction.created_at.slice(0, 10));
  return (
    <>
      <SheetBar
        back={{ href: `/billing?explain=${id}`, label: "Transaction" }}
        fileHref={`/api/v1/receipts/${id}?account=${ctx.accountId}`}
      />
      {paper.kind === "receipt" && <DisputedNote disputes={payment?.disputes ?? []} />}
      <Sheet
        title={paperTitle(paper.kind)}
        subtitle={[paper.number, day].filter(Boolean).join(" · ")}
        document={document}
      >
        <ReceiptLines document={document} />
        <Proof document={document} keyId={signature.key} />
      </Sheet>
      <CheckIt file={paperFileName(paper.kind, id)} keyId={signature.key} />
    </>
  );
}
