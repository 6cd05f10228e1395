/** What applying an event did, for the operator. */
export interface Applied {
  status: "applied" | "ignored";
  /** The account it was about, where that is known. */
  accountId: string | null;
  outcome: string;
}

/** An event that changes nothing here. */
export function ignored(outcome: string): Applied {
  return { status: "ignored", accountId: null, outcome };
}

/** An event that has brought an account's books to where Stripe is. */
export function applied(accountId: string, outcome: string): Applied {
  return { status: "applied", accountId, outcome };
}
