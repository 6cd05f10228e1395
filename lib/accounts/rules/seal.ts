import { createCipheriv, createDecipheriv } from "node:crypto";

/** Whose secret it is: a seal opens in that row, as that, and nowhere else. */
export interface Place {
  accountId: string;
  id: string;
  /** What it is, such as the provider that a key is for. */
  what: string;
}

// Says by which way and key it was sealed, so that another can take its place while old ones still open.
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: version, nonce, what is hidden, tag. The nonce must be random, and never the same twice. */
export function seal(text: string, place: Place, key: Buffer, nonce: Buffer): Buffer {
  if (nonce.length !== NONCE_BYTES) throw new Error(`a nonce has ${NONCE_BYTES} bytes`);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(VERSION, place));
  const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, hidden, cipher.getAuthTag()]);
}

/** What was sealed; null where it was changed, stands in another place, or was sealed with another key. */
export function unseal(sealed: Uint8Array, place: Place, key: Buffer): string | null {
  const bytes = Buffer.from(sealed);
  const [version] = bytes;
  if (version !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) return null;
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(version, place));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const hidden = bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function boundTo(version: number, { accountId, id, what }: Place): Buffer {
  return Buffer.from(JSON.stringify([version, accountId, id, what]));
}
