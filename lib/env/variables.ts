/** One variable of the environment, as README's table shows it. */
export interface Variable {
  name: string;
  /** What holds when it is not set; empty when nothing does. */
  fallback: string;
  meaning: string;
}

/** Every variable that Ecu reads. README's table is made from it, and a test compares it with what is parsed. */
export const VARIABLES: readonly Variable[] = [
  { name: "PORT", fallback: "3000", meaning: "Port of the console and the API." },
  {
    name: "HOST",
    fallback: "127.0.0.1",
    meaning: "Address that the web process listens on; `0.0.0.0` for all.",
  },
  {
    name: "ECU_DATA_DIR",
    fallback: ".ecu",
    meaning: "Where the embedded database, generated secrets, logs and demo credentials are kept.",
  },
  {
    name: "DATABASE_URL",
    fallback: "embedded",
    meaning: "PostgreSQL, as the role `ecu_app`. Setting it makes this a production deployment.",
  },
  {
    name: "DATABASE_OWNER_URL",
    fallback: "",
    meaning:
      "The same database as the owner of the tables: `npm start` then migrates. Never given to the web or the worker.",
  },
  {
    name: "NEXTAUTH_SECRET",
    fallback: "generated",
    meaning: "32 random bytes or more that seal sessions. Required with `DATABASE_URL`.",
  },
  {
    name: "NEXTAUTH_URL",
    fallback: "http://localhost:PORT",
    meaning: "The address that people use, for links and cookies; `https://…` in production.",
  },
  {
    name: "ECU_KEY_SECRET",
    fallback: "NEXTAUTH_SECRET",
    meaning:
      "Seals API keys, provider keys and the secrets of webhooks, and signs statements. Set it to be able to replace `NEXTAUTH_SECRET` without ending them.",
  },
  {
    name: "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
    fallback: "generated",
    meaning: "32 bytes in Base64, the same for all web processes and for the build.",
  },
  {
    name: "ECU_DEPLOYMENT_MODE",
    fallback: "self_hosted",
    meaning:
      "`hosted` runs models with the installation's own provider keys alone; `self_hosted` lets accounts save keys of providers, and takes calls that ran with one (`byok`).",
  },
  { name: "CREDIT_USD_VALUE", fallback: "0.10", meaning: "What one ECU is worth, in US dollars." },
  { name: "ECU_STARTER_CREDITS", fallback: "75", meaning: "ECU that a new account is granted." },
  { name: "ECU_STARTER_TOOL_RUNS", fallback: "10000", meaning: "Tool runs that a new account is granted." },
  { name: "ECU_STARTER_EXPIRY_DAYS", fallback: "never", meaning: "Days until the starter grant expires." },
  {
    name: "ECU_OPERATOR_DAILY_CREDITS",
    fallback: "10000",
    meaning:
      "ECU that one operator may propose, and approve, on a day; `ecu set-operator` gives one their own.",
  },
  {
    name: "ECU_OPERATOR_DAILY_TOOL_RUNS",
    fallback: "1000000",
    meaning: "The same for tool runs.",
  },
  {
    name: "SMTP_URL",
    fallback: "local mailbox",
    meaning: "Where mail is sent, such as `smtps://user:password@mail.example.com`.",
  },
  { name: "MAIL_FROM", fallback: "Ecu <billing@localhost>", meaning: "Sender of mail." },
  {
    name: "OIDC_ISSUER",
    fallback: "",
    meaning: "OpenID Connect provider for sign-in, with the three below.",
  },
  { name: "OIDC_CLIENT_ID", fallback: "", meaning: "Its client id." },
  { name: "OIDC_CLIENT_SECRET", fallback: "", meaning: "Its client secret." },
  { name: "OIDC_NAME", fallback: "Single sign-on", meaning: "What its button says." },
  { name: "GITHUB_ID", fallback: "", meaning: "Client id of a GitHub OAuth app, for sign-in." },
  { name: "GITHUB_SECRET", fallback: "", meaning: "Its client secret." },
  { name: "GOOGLE_ID", fallback: "", meaning: "Client id of a Google OAuth app, for sign-in." },
  { name: "GOOGLE_SECRET", fallback: "", meaning: "Its client secret." },
  {
    name: "STRIPE_SECRET_KEY",
    fallback: "local sandbox",
    meaning:
      "Secret key of Stripe. Without it `npm start` runs a Stripe sandbox for the demo, and a deployment sells nothing.",
  },
  {
    name: "STRIPE_WEBHOOK_SECRET",
    fallback: "",
    meaning:
      "Signing secret of the webhook endpoint `…/api/stripe/webhook`. Required with `STRIPE_SECRET_KEY`.",
  },
  {
    name: "STRIPE_API_BASE",
    fallback: "https://api.stripe.com",
    meaning: "Where Stripe's API is reached; another place than Stripe is refused for live keys.",
  },
  {
    name: "PROVIDER_BASE_URL",
    fallback: "https://openrouter.ai/api/v1",
    meaning: "The OpenAI-compatible provider that the gateway runs models at, up to and with `/v1`.",
  },
  {
    name: "PROVIDER_API_KEY",
    fallback: "OPENROUTER_API_KEY",
    meaning: "Its key; any word where it asks for none. Required with `PROVIDER_BASE_URL`.",
  },
  {
    name: "OPENROUTER_API_KEY",
    fallback: "local sandbox",
    meaning:
      "Key of OpenRouter, shown to nobody else. Without any key `npm start` runs a provider sandbox for the demo, and a deployment's gateway runs customers' own keys only.",
  },
  {
    name: "ECU_GATEWAY_MAX_TOKENS",
    fallback: "4096",
    meaning: "The most output tokens of a call through the gateway that names no limit of its own.",
  },
  {
    name: "ECU_GATEWAY_MAX_CALLS",
    fallback: "200",
    meaning: "How many calls of one account may run through the gateway at once, in each web process.",
  },
  {
    name: "ECU_GATEWAY_TIMEOUT_SECONDS",
    fallback: "600",
    meaning: "How long a call through the gateway may run before it is cut and settled.",
  },
  {
    name: "ECU_TOPUP_AMOUNTS",
    fallback: "100,250,500,1000,5000",
    meaning: "Amounts of ECU that the console offers to buy.",
  },
  { name: "ECU_TOPUP_MIN", fallback: "50", meaning: "The least ECU that one purchase may be for." },
  { name: "ECU_TOPUP_MAX", fallback: "100000", meaning: "The most." },
  {
    name: "ECU_VOLUME_PRICES",
    fallback: "",
    meaning:
      "Lower prices for much at once, such as `5000:0.095,20000:0.09`: from that many ECU, that price for each in US dollars.",
  },
  {
    name: "ECU_TAX",
    fallback: "false",
    meaning: "Whether Stripe Tax computes tax at the checkout. Credit is for the part before tax.",
  },
  {
    name: "ECU_ISSUER_NAME",
    fallback: "",
    meaning:
      "Legal name of the company that sells the credit, for receipts, credit notes and statements. Without it they name the address of the installation alone.",
  },
  {
    name: "ECU_ISSUER_ADDRESS",
    fallback: "",
    meaning:
      "Its address, lines with `;` between them: `1 High Street; London EC1A 1BB; United Kingdom`. Needs `ECU_ISSUER_NAME`.",
  },
  {
    name: "ECU_ISSUER_TAX_ID",
    fallback: "",
    meaning: "Its tax id, such as `GB 123 4567 89`. Needs `ECU_ISSUER_NAME`.",
  },
  {
    name: "ECU_WEBHOOKS_PRIVATE",
    fallback: "true without DATABASE_URL on a loopback HOST",
    meaning:
      "Whether outgoing webhooks may go to this machine and its private networks, and over `http`. Public `https` addresses only, where it is false.",
  },
  {
    name: "ECU_PROXY_HOPS",
    fallback: "1",
    meaning:
      "1 when people connect directly, and one more for each reverse proxy of yours in front: how far from the end of `X-Forwarded-For` the client's address stands.",
  },
  {
    name: "LOG_LEVEL",
    fallback: "info",
    meaning: "`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`.",
  },
  {
    name: "ECU_METRICS_TOKEN",
    fallback: "",
    meaning:
      "What Prometheus sends as `Authorization: Bearer …` to `/metrics`. Without it there are no metrics.",
  },
  {
    name: "ECU_METRICS_PORT",
    fallback: "",
    meaning:
      "Where the worker serves its own `/metrics`; the second worker of one `npm start` at the port after it.",
  },
  {
    name: "OTEL_EXPORTER_OTLP_ENDPOINT",
    fallback: "",
    meaning:
      "Where traces are sent by OTLP over HTTP, such as `http://collector:4318`; the other `OTEL_…` variables hold as well. Without it there are none.",
  },
  {
    name: "ECU_DEMO",
    fallback: "true without DATABASE_URL",
    meaning: "Whether the first start creates two demo accounts with 90 days of history.",
  },
  {
    name: "ECU_WEB_PROCESSES",
    fallback: "1",
    meaning: "Web processes of `npm start`, on ports that count up from `PORT`.",
  },
  { name: "ECU_WORKER_PROCESSES", fallback: "1", meaning: "Worker processes of `npm start`." },
];
