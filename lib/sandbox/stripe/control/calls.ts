/** One call of the API, as it was answered. */
export interface SeenCall {
  at: string;
  method: string;
  path: string;
  /** The path as it is declared, `/v1/customers/:id`; null when there is no such call. */
  route: string | null;
  params: Record<string, unknown>;
  idempotencyKey: string | null;
  requestId: string;
  /** Null when the connection was broken instead. */
  status: number | null;
  replayed: boolean;
  /** The caller speaks an older version of the API, as the official command line does. */
  legacy: boolean;
  answer: unknown;
}

const KEPT = 2000;

/** What was called, newest last; only as far back as memory reaches. */
export class Calls {
  private readonly list: SeenCall[] = [];

  add(call: SeenCall): void {
    this.list.push(call);
    if (this.list.length > KEPT) this.list.shift();
  }

  all(): readonly SeenCall[] {
    return this.list;
  }

  clear(): void {
    this.list.length = 0;
  }
}
