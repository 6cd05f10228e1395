import type { DemoSecrets } from "./demo";

interface Report {
  url: string;
  mailboxUrl: string | undefined;
  stripeUrl: string | undefined;
  gatewayUrl: string;
  providerUrl: string | undefined;
  demo: DemoSecrets | null;
  demoFile: string;
  hints: readonly string[];
}

/** What somebody who has just started Ecu wants to know. */
export function report({
  url,
  mailboxUrl,
  stripeUrl,
  gatewayUrl,
  providerUrl,
  demo,
  demoFile,
  hints,
}: Report): string {
  const lines = ["", `  Ecu is running at ${url}`, ""];
  if (demo) {
    const width = Math.max(...demo.users.map(({ email }) => email.length));
    lines.push("  Sign in with");
    for (const { email, password, role, account } of demo.users) {
      const name = demo.accounts.find(({ id }) => id === account)?.name ?? account;
      lines.push(`    ${email.padEnd(width)}  ${password}  (${role}${name ? `, ${name}` : ""})`);
    }
    lines.push(
      "",
      `  Account key   ${demo.account_key}`,
      `  Platform key  ${demo.platform_key}`,
      `  All of this is in ${demoFile}`,
      "",
    );
  }
  if (mailboxUrl) lines.push(`  Mail arrives at ${mailboxUrl}`, "");
  if (stripeUrl) lines.push(`  Payments go to a Stripe sandbox, without real money: ${stripeUrl}`, "");
  lines.push(`  OpenAI clients run models through ${gatewayUrl}`, "");
  if (providerUrl) lines.push(`  Models run in a provider sandbox, without real money: ${providerUrl}`, "");
  for (const hint of hints) lines.push(`  ${hint}`, "");
  lines.push("  Ctrl-C stops it.", "");
  return lines.join("\n");
}
