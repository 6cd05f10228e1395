import type { z } from "zod";
import {
  BalanceAnswer,
  GrantsAnswer,
  KeysAnswer,
  StatementAnswer,
} from "@/lib/reports/statements/schema-api";
import type { Operation } from "@/lib/web/openapi/document";
import { GET as readBalance } from "../balance/route";
import { GET as readGrants } from "../grants/route";
import { GET as readReceipt } from "../receipts/[id]/route";
import { GET as readKeys } from "../signing-keys/route";
import { GET as readStatement } from "../statements/route";
import { GET as exportStatement } from "../statements.jsonl/route";

const ok = (description: string, schema: z.ZodType) => ({ status: 200, description, schema });
const file = (description: string) => ({ status: 200, description, type: "application/jsonl" });
const tag = "Statements";

/** What an account can show to others, and what they check it with. */
export const STATEMENTS: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/statements",
    tag,
    summary: "Read a signed statement",
    description:
      "opening + added − used = closing, with the sums by type, the grants that are left, and the chain's hash before the first row and after the last. " +
      "The signature is Ed25519, of the text “ecu statement”, a line feed, and the document as JSON without spaces, in the order in which it stands here.",
    endpoint: readStatement.endpoint,
    answer: ok("The document and its signature.", StatementAnswer),
  },
  {
    method: "get",
    path: "/api/v1/statements.jsonl",
    tag,
    summary: "Export a signed statement with its rows",
    description:
      "A line for the document, a line for its signature, then a line for each row, as the chain seals it: the hash of a row is the SHA-256 of the hash before it " +
      "in hex and the line. `npx ecu verify-statement FILE` checks all of it without a network.",
    endpoint: exportStatement.endpoint,
    answer: file("The statement as JSON Lines."),
  },
  {
    method: "get",
    path: "/api/v1/receipts/{id}",
    tag,
    summary: "Export the signed receipt of a transaction",
    description: "The same three kinds of lines for one row, with the payment behind it.",
    endpoint: readReceipt.endpoint,
    answer: file("The receipt as JSON Lines."),
  },
  {
    method: "get",
    path: "/api/v1/signing-keys",
    tag,
    summary: "Read the keys that sign",
    description:
      "A JSON Web Key Set. Keys are never withdrawn from it, so that old statements can be checked.",
    endpoint: readKeys.endpoint,
    answer: ok("Public keys, newest first.", KeysAnswer),
  },
  {
    method: "get",
    path: "/api/v1/balance",
    tag: "Ledger",
    summary: "Read the balance as of a moment",
    description: "Exactly what the books said then. Transactions and grants take as_of as well.",
    endpoint: readBalance.endpoint,
    answer: ok("The wallet as it was.", BalanceAnswer),
  },
  {
    method: "get",
    path: "/api/v1/grants",
    tag: "Ledger",
    summary: "List grants",
    description:
      "First the open ones in the order in which they burn down, then those that are over, newest first.",
    endpoint: readGrants.endpoint,
    answer: ok("Every grant of the wallet.", GrantsAnswer),
  },
];
