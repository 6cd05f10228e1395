import type { Signature, SignedDocument } from "../schema";
import { publicKeyOf, signText } from "./ed25519";

// A file has a line for the document, a line for its signature, and then the rows it is about, each as the chain seals it. So the signature
// is of exactly what stands in the first line, the rows are proved by the chain's two hashes in it, and files of any size are written and
// read row by row.

export interface SignedLines {
  document: SignedDocument;
  signature: Signature;
  lines: [document: string, signature: string];
}

/** Signs a document. */
export function signDocument(document: SignedDocument, seed: Uint8Array): SignedLines {
  const text = JSON.stringify(document);
  const { kid, x } = publicKeyOf(seed);
  const signature: Signature = {
    algorithm: "Ed25519",
    key: kid,
    public_key: x,
    signature: signText(text, seed),
  };
  return { document, signature, lines: [text, JSON.stringify(signature)] };
}
