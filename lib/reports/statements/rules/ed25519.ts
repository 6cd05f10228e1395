import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";

/** How a key is named and published: RFC 8037, with the thumbprint of RFC 7638 as its id. */
export interface PublicKey {
  kid: string;
  /** The 32 bytes of the key, base64url. */
  x: string;
}

// Ed25519 keys are 32 bytes; these say so to readers of DER.
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
// Signed texts begin with it, so that no signature of ours can be taken for one of something else.
const DOMAIN = "ecu statement\n";

/** The public half of the key that is made from 32 secret bytes. */
export function publicKeyOf(seed: Uint8Array): PublicKey {
  const { x = "" } = createPublicKey(privateKeyOf(seed)).export({ format: "jwk" });
  return { kid: thumbprint(x), x };
}

/** The name of a key, from the key itself. */
export function thumbprint(x: string): string {
  return createHash("sha256")
    .update(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }))
    .digest("base64url");
}

/** Signs a text. The same text and key give the same signature. */
export function signText(text: string, seed: Uint8Array): string {
  return sign(null, Buffer.from(DOMAIN + text), privateKeyOf(seed)).toString("base64url");
}

/** Whether the key signed exactly this text. What is not written as we write it is no signature. */
export function isSigned(text: string, signature: string, x: string): boolean {
  const [bytes, key] = [Buffer.from(signature, "base64url"), Buffer.from(x, "base64url")];
  if (bytes.length !== 64 || bytes.toString("base64url") !== signature) return false;
  if (key.length !== 32 || key.toString("base64url") !== x) return false;
  try {
    const publicKey = createPublicKey({
      key: Buffer.concat([PUBLIC_PREFIX, key]),
      format: "der",
      type: "spki",
    });
    return verify(null, Buffer.from(DOMAIN + text), publicKey, bytes);
  } catch {
    return false;
  }
}

function privateKeyOf(seed: Uint8Array) {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: "der", type: "pkcs8" });
}
