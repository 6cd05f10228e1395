import { BlockedAddress } from "./guarded-agent";

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "The name of the host is not known.",
  EAI_AGAIN: "The name of the host could not be looked up.",
  ECONNREFUSED: "The connection was refused: nothing listens there.",
  ECONNRESET: "The connection was cut.",
  EHOSTUNREACH: "The host cannot be reached.",
  ENETUNREACH: "The host cannot be reached.",
  ETIMEDOUT: "The host did not answer the connection.",
  UND_ERR_CONNECT_TIMEOUT: "The host did not answer the connection within 10 seconds.",
  UND_ERR_SOCKET: "The connection was cut.",
  CERT_HAS_EXPIRED: "The certificate of the host has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The certificate of the host is signed by itself.",
  SELF_SIGNED_CERT_IN_CHAIN: "The certificate of the host is signed by nobody who is trusted.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The certificate of the host cannot be verified: is the chain complete?",
  ERR_TLS_CERT_ALTNAME_INVALID: "The certificate is for another host.",
};

/** Why an attempt had no answer, for whoever reads the log. */
export function faultOf(error: unknown): string {
  for (const fault of withCauses(error)) {
    if (fault instanceof BlockedAddress)
      return "The host leads into a private network. Nothing was sent; messages go to public addresses only.";
    if (fault.name === "TimeoutError") return "There was no answer within 15 seconds.";
    const known = "code" in fault && typeof fault.code === "string" ? WORDS[fault.code] : undefined;
    if (known) return known;
  }
  return `The message could not be sent: ${error instanceof Error ? error.message : "unknown fault"}`.slice(
    0,
    300,
  );
}

/** An error with those that it came of; of several tries to connect, the first. */
function withCauses(error: unknown): Error[] {
  const faults: Error[] = [];
  for (let next = error; next instanceof Error && faults.length < 5;) {
    faults.push(next);
    const first: unknown = next instanceof AggregateError ? next.errors[0] : undefined;
    next = next.cause ?? first;
  }
  return faults;
}
