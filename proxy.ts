import { type NextRequest, NextResponse } from "next/server";

const HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/**
 * Security headers and the nonce for scripts, for every answer. It authorises nothing: pages, routes and actions do.
 * `ecu-path` tells server components their own path, so that signing in can lead back to it.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("ecu-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  if (overTls) response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  return response;
}

const overTls = (process.env.NEXTAUTH_URL ?? "").startsWith("https://");

// Scripts run by nonce only. Charts and menus position things by style attributes, which carry no nonce.
function contentSecurityPolicy(nonce: string): string {
  // React rebuilds server stacks with eval in development, and only there.
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(overTls ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

export const config = { matcher: [{ source: "/((?!_next/static|_next/image).*)" }] };
