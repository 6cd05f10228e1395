import { auditOperator } from "@/lib/accounts/audit-operator";
import { deriveSecret } from "@/lib/accounts/derive-secret";
import { prisma } from "@/lib/db/client";
import { acrossAccounts, type Tx } from "@/lib/db/transaction";
import { type PublicKey, publicKeyOf } from "./rules/ed25519";

/** A key that signs or signed, as it is published. */
export interface PublishedKey extends PublicKey {
  generation: number;
  createdAt: Date;
}

/** The secret half of the key that signs now: 32 bytes. Its public half is published before anything is signed with it. */
export async function currentSeed(): Promise<Buffer> {
  const generation = await currentGeneration();
  const seed = seedOf(generation);
  await publish(generation, publicKeyOf(seed));
  return seed;
}

/** Every key that ever signed here, newest first. Those of other secrets are among them: what they signed stays true. */
export async function publishedKeys(): Promise<PublishedKey[]> {
  await currentSeed();
  const keys = await prisma().signingKey.findMany({
    orderBy: [{ generation: "desc" }, { createdAt: "desc" }],
  });
  return keys.map(({ id, generation, publicKey, createdAt }) => ({
    kid: id,
    x: Buffer.from(publicKey).toString("base64url"),
    generation,
    createdAt,
  }));
}

/** From now on another key signs. Those before it stay published. For the command line. */
export async function rotateSigningKey(): Promise<PublicKey> {
  const generation = (await currentGeneration()) + 1;
  const key = publicKeyOf(seedOf(generation));
  // The key is the installation's, and no account's.
  await acrossAccounts(async (tx) => {
    await insert(tx, generation, key);
    await auditOperator(tx, null, {
      ...{ action: "signing_key.rotated", target: `signing_key:${key.kid}` },
      details: { generation },
    });
  });
  return key;
}

async function currentGeneration(): Promise<number> {
  const { _max: newest } = await prisma().signingKey.aggregate({ _max: { generation: true } });
  return newest.generation ?? 1;
}

// The installation's secret is all that is kept: with another one, the same generation is another key, and both are published.
function seedOf(generation: number): Buffer {
  return deriveSecret(`statements:${generation}`);
}

const published = new Set<string>();

async function publish(generation: number, key: PublicKey): Promise<void> {
  if (published.has(key.kid)) return;
  await insert(prisma(), generation, key);
  published.add(key.kid);
}

async function insert(tx: Pick<Tx, "signingKey">, generation: number, { kid, x }: PublicKey): Promise<void> {
  await tx.signingKey.createMany({
    data: [{ id: kid, generation, publicKey: Buffer.from(x, "base64url") }],
    skipDuplicates: true,
  });
}
