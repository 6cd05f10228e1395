/** Variables of the environment that are secret themselves. */
const SECRETS = [
  ...["NEXTAUTH_SECRET", "ECU_KEY_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "ECU_METRICS_TOKEN"],
  ...["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "PROVIDER_API_KEY", "OPENROUTER_API_KEY"],
  ...["OIDC_CLIENT_SECRET", "GITHUB_SECRET", "GOOGLE_SECRET"],
];
/** Headers for a collector of traces, `name=value` by commas: the values let in who sends them. */
const HEADERS = ["OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS"];
/** Addresses with a password in them. */
const ADDRESSES = ["DATABASE_URL", "DATABASE_OWNER_URL", "SMTP_URL"];
// Shorter ones would take ordinary words out of the log.
const SHORTEST = 8;

/** The secrets of this installation by their value, longest first, as they are and as they stand in JSON and in addresses. */
export function knownSecrets(environment: Readonly<Record<string, string | undefined>>): string[] {
  const passwords = ADDRESSES.flatMap((name) => {
    const address = environment[name] ?? "";
    return URL.canParse(address) ? [new URL(address).password] : [];
  });
  const headers = HEADERS.flatMap((name) =>
    (environment[name] ?? "").split(",").map((pair) => pair.slice(pair.indexOf("=") + 1).trim()),
  );
  const values = [...SECRETS.map((name) => environment[name] ?? ""), ...passwords, ...headers];
  const written = values.flatMap((value) => [
    value,
    decoded(value),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
  ]);
  return [...new Set(written)].filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
