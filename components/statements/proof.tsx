import type { ReactNode } from "react";
import type { SignedDocument } from "@/lib/reports/statements/schema";
import { displayCount } from "@/lib/values/display/count";

/** What proves a sheet: its place in the chain, the chain's head, and the key that signed it. Printed with it, so that paper can be held against a file. */
export function Proof({ document, keyId }: { document: SignedDocument; keyId: string }) {
  const { chain, issuer } = document;
  const rows =
    chain.rows === "0"
      ? "none"
      : chain.rows === "1"
        ? displayCount(chain.first_seq)
        : `${displayCount(chain.first_seq)} to ${displayCount(chain.last_seq)}`;
  return (
    <section aria-labelledby="proof" className="mt-7 rounded-md bg-sunken/60 px-4 py-3 text-xs">
      <h2 id="proof" className="font-medium">
        Signed, and part of the ledger’s chain
      </h2>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <Line name="Rows of the ledger">{rows}</Line>
        <Line name="Chain before">
          <Hash>{chain.before}</Hash>
        </Line>
        <Line name="Chain after">
          <Hash>{chain.after}</Hash>
        </Line>
        <Line name={`Head, row ${displayCount(chain.head.seq)}`}>
          <Hash>{chain.head.hash}</Hash>
        </Line>
        <Line name="Signing key">
          <Hash>{keyId}</Hash>
        </Line>
      </dl>
      <p className="mt-2 text-ink-muted">
        The file of this sheet is signed with Ed25519 by the key above. Anybody can check it offline:{" "}
        <span className="font-mono wrap-anywhere text-ink">npx ecu verify-statement FILE</span>. Keys:{" "}
        <span className="wrap-anywhere">{issuer}/api/v1/signing-keys</span>
      </p>
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0 tabular-nums">{children}</dd>
    </>
  );
}

function Hash({ children }: { children: string }) {
  return <span className="font-mono break-all">{children}</span>;
}
