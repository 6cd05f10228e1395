import { existsSync, readFileSync } from "node:fs";

const stamp = new URL(".next/ecu-build.json", import.meta.url);
/** What the build was made of: said to it while it is made, and by its stamp when it is served. */
const sources =
  process.env.ECU_BUILD_ID ??
  (existsSync(stamp) ? JSON.parse(readFileSync(stamp, "utf8")).sources : undefined);

/** @type {import("next").NextConfig} */
const config = {
  typedRoutes: true,
  poweredByHeader: false,
  // The API is called with and without a slash at the end; curl follows no redirect by itself.
  skipTrailingSlashRedirect: true,
  // Pages and actions of one build are not mixed with those of another while a new version is rolled out.
  deploymentId: sources?.slice(0, 16),
  // These have native parts, read files of their own at run time, or would be in every route's bundle once more.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@opentelemetry/api",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace-node",
    "@prisma/adapter-pg",
    "@prisma/client",
    "graphile-worker",
    "nodemailer",
    "pg",
    "pg-copy-streams",
    "pino",
    "prom-client",
    "rate-limiter-flexible",
    "zod",
  ],
  experimental: {
    // A process that was killed is back in half the time when it loads routes as they are asked for.
    preloadEntriesOnStart: false,
    // So that what is logged of a fault names our functions, without maps, which nobody has at hand and which took more than half of the build.
    serverMinification: false,
    turbopackSourceMaps: false,
  },
  // `npm run verify` checks types, lint and dependencies; the build does not do it again.
  typescript: { ignoreBuildErrors: true },
  // Security headers are set by proxy.ts, which sees every answer.
  redirects: async () => [
    {
      // A JSON call of the API; a browser that opens it without a key wants the page.
      source: "/billing/transactions",
      has: [{ type: "header", key: "accept", value: ".*text/html.*" }],
      missing: [{ type: "header", key: "authorization" }],
      destination: "/billing",
      permanent: false,
    },
  ],
};

export default config;
