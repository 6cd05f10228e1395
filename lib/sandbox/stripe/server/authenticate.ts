import { StripeError } from "./errors";

/** Lets test keys in, as `Bearer` or as the user of Basic. Any test key is good: all share one account. */
export function authenticate(header: string | undefined, publishable: boolean): void {
  const key = keyOf(header);
  if (key === "")
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  const shape = publishable ? /^(sk|rk|pk)_test_\w+$/ : /^(sk|rk)_test_\w+$/;
  if (!shape.test(key)) throw unauthorized(`Invalid API Key provided: ${key.slice(0, 8)}****`);
}

function keyOf(header: string | undefined): string {
  const [scheme = "", value = ""] = (header ?? "").split(" ");
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return "";
  return Buffer.from(value, "base64").toString("utf8").split(":")[0] ?? "";
}

function unauthorized(message: string): StripeError {
  return new StripeError(401, { type: "invalid_request_error", message });
}
