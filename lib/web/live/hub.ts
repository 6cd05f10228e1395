import { type Listener, sessionsInForce } from "@/lib/accounts/sessions-in-force";
import { readWallet, type WalletSummary } from "@/lib/metering/read-wallet";
import { systemContext } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { log } from "../log";
import { Ear } from "./listen";
import { type Marks, readMarks } from "./read-marks";

/** Every account that somebody looks at is looked at so often, whatever was heard of it. */
const LOOK_MS = 4_000;
/** What is heard is gathered so long, so that a busy account costs four looks a second at most. */
const GATHER_MS = 250;
/** The connection that listens outlives a page that is loaded anew. */
const LINGER_MS = 10_000;
const MOST_OF_A_PERSON = 10;
const MOST_IN_ALL = 5_000;

/** What a page that stays open is told. `seen`: nothing has changed up to now. `over`: the session has ended. */
export type LiveEvent =
  { name: "wallet"; data: WalletSummary } | { name: "notices" } | { name: "seen" } | { name: "over" };

/** A page that is open. */
export interface Viewer extends Listener {
  userId: string;
  tell: (event: LiveEvent) => void;
  end: () => void;
}

/** Looks, once for all pages that are open in this process, at the accounts that they show, and tells each what has changed. */
export class Hub {
  readonly #viewers = new Map<Viewer, Marks | null>();
  readonly #moved = new Set<string>();
  readonly #ear = new Ear((accountIds) => this.#hear(accountIds));
  #clock: NodeJS.Timeout | null = null;
  #soon: NodeJS.Timeout | null = null;
  #silence: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();

  /**
   * Tells the viewer how things stand now, and from then on whatever changes, until the returned function is called.
   * @throws Refusal `rate_limited`, `unavailable`
   */
  join(viewer: Viewer): () => void {
    const own = [...this.#viewers.keys()].filter(({ userId }) => userId === viewer.userId).length;
    if (own >= MOST_OF_A_PERSON)
      throw new Refusal(
        "rate_limited",
        `At most ${MOST_OF_A_PERSON} pages of one person are told of changes.`,
        [],
        60,
      );
    if (this.#viewers.size >= MOST_IN_ALL)
      throw new Refusal("unavailable", "Too many pages are open here right now.", [], 60);
    this.#viewers.set(viewer, null);
    this.#start();
    this.#hear([viewer.accountId]);
    return () => this.#leave(viewer);
  }

  /** Ends every stream, so that the process can end: the pages find another one. */
  async stop(): Promise<void> {
    for (const viewer of [...this.#viewers.keys()]) {
      viewer.end();
      this.#leave(viewer);
    }
    await this.#rest();
  }

  #start(): void {
    if (this.#silence) clearTimeout(this.#silence);
    this.#silence = null;
    this.#clock ??= setInterval(() => {
      void this.#ear.open();
      this.#look([...this.#viewers.keys()]);
    }, LOOK_MS);
    void this.#ear.open();
  }

  #leave(viewer: Viewer): void {
    this.#viewers.delete(viewer);
    if (this.#viewers.size > 0) return;
    this.#silence ??= setTimeout(() => void this.#rest(), LINGER_MS).unref();
  }

  async #rest(): Promise<void> {
    for (const timer of [this.#clock, this.#soon, this.#silence]) if (timer) clearTimeout(timer);
    this.#clock = this.#soon = this.#silence = null;
    await this.#looking;
    await this.#ear.close();
  }

  #hear(accountIds: string[] | null): void {
    for (const { accountId } of this.#viewers.keys())
      if (accountIds === null || accountIds.includes(accountId)) this.#moved.add(accountId);
    if (this.#moved.size === 0) return;
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      const moved = new Set(this.#moved);
      this.#moved.clear();
      this.#look([...this.#viewers.keys()].filter(({ accountId }) => moved.has(accountId)));
    }, GATHER_MS);
  }

  /** One look after the other. While the database is away nobody is told anything, and pages say how old they are. */
  #look(viewers: readonly Viewer[]): void {
    if (viewers.length > 0)
      this.#looking = this.#looking
        .then(() => this.#lookAt(viewers))
        .catch((error: unknown) => log.warn({ err: error }, "open pages were told nothing this time"));
  }

  async #lookAt(viewers: readonly Viewer[]): Promise<void> {
    const accountIds = [...new Set(viewers.map(({ accountId }) => accountId))];
    const [marks, inForce] = await Promise.all([readMarks(accountIds), sessionsInForce(viewers)]);
    const wallets = new Map<string, Promise<WalletSummary>>();
    const walletOf = (accountId: string) => {
      const wallet = wallets.get(accountId) ?? readWallet(systemContext(accountId, "live"));
      wallets.set(accountId, wallet);
      return wallet;
    };
    const here = viewers.filter((viewer) => this.#viewers.has(viewer));
    // First whoever must hear no more of it, whatever becomes of the others.
    for (const viewer of here.filter((one) => !marks.has(one.accountId) || !inForce.has(one))) {
      viewer.tell({ name: "over" });
      viewer.end();
      this.#leave(viewer);
    }
    const told = here.map(async (viewer) => {
      const now = marks.get(viewer.accountId);
      if (!now || !this.#viewers.has(viewer)) return;
      const before = this.#viewers.get(viewer) ?? null;
      const wallet = before?.wallet === now.wallet ? null : await walletOf(viewer.accountId);
      if (!this.#viewers.has(viewer)) return;
      viewer.tell(wallet ? { name: "wallet", data: wallet } : { name: "seen" });
      if (before && before.notices !== now.notices) viewer.tell({ name: "notices" });
      this.#viewers.set(viewer, now);
    });
    // An account that cannot be read is nothing to who looks at others; it is tried again at the next look.
    const faults = (await Promise.allSettled(told)).filter((one) => one.status === "rejected");
    if (faults[0]) throw faults[0].reason;
  }
}
