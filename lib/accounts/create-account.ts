import { inAccount, type Tx } from "@/lib/db/transaction";
import { openWallets } from "@/lib/ledger/open-wallets";
import type { Actor } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { invalid } from "@/lib/values/refusal";
import { audit } from "./audit";
import { Name } from "./schema";
import { grantStarter } from "./starter";

export interface NewAccount {
  name: string;
  /** The person who owns it; none for an account that a platform opens for a customer before anyone signs in. */
  ownerId?: string;
  /** The free credits and tool runs of a new account. */
  starter?: boolean;
  actor: Actor;
  requestId: string;
  /** When it was opened, for a history that is brought over; else it is now. */
  at?: Date;
}

/** Opens an account with its wallets, its owner and its free starter pack, all or nothing. Returns its id. */
export async function createAccount(account: NewAccount): Promise<string> {
  const id = newId();
  await inAccount(id, (tx) => createAccountWithin(tx, id, account));
  return id;
}

/** The same inside a transaction that sees the new id. */
export async function createAccountWithin(tx: Tx, id: string, account: NewAccount): Promise<void> {
  const { ownerId, starter = true, actor, requestId, at } = account;
  const opened = at && { createdAt: at };
  const name = readName(account.name);
  await tx.account.create({ data: { id, name, ...opened } });
  if (ownerId) await tx.member.create({ data: { accountId: id, userId: ownerId, role: "owner", ...opened } });
  await openWallets(tx, id, at);
  if (starter) await grantStarter(tx, id);
  await audit(
    tx,
    { accountId: id, actor, requestId },
    { action: "account.created", subjectType: "account", subjectId: id, details: { name }, at },
  );
}

function readName(text: string): string {
  const name = Name.safeParse(text);
  if (!name.success) throw invalid("name", name.error.issues[0]?.message ?? "is not a name");
  return name.data;
}
