import { Command } from "commander";
import { createKey, createPlatformKey } from "@/lib/accounts/keys";
import { grantableScopes } from "@/lib/accounts/rules/roles";
import { Name } from "@/lib/accounts/schema";
import { type Permission, PERMISSIONS } from "@/lib/values/context";
import { withDatabase } from "../installation";
import { accountOption, optionOf } from "../options";
import { CliFault, print } from "../output";

interface Options {
  account?: string;
  name: string;
  scope?: string[];
  platform?: boolean;
  json?: boolean;
}

/** What a key may do when nothing is said: meter its account, and read what was metered. */
const METERING: readonly Permission[] = [
  "account:read",
  "usage:read",
  "usage:write",
  "ledger:read",
  "authorizations:write",
];

/** What no key of an account may do, whoever makes it. */
const BEYOND_ACCOUNTS = PERMISSIONS.filter((permission) => !grantableScopes("owner").includes(permission));

/** `ecu create-key`: makes an API key. It is printed once and never again. */
export function createKeyCommand(): Command {
  return new Command("create-key")
    .description("make an API key; it is shown only now")
    .option("--account <id>", "the account that the key acts on")
    .option("--platform", "a key of the platform, which acts on any account that a request names")
    .option(
      "--scope <scope...>",
      `what it may do, of ${PERMISSIONS.join(", ")}; an account key gets none of ${BEYOND_ACCOUNTS.join(", ")}; without it, an account key meters and reads, and a platform key may do all of them`,
    )
    .option("--name <name>", "what the key is called", "command line")
    .option("--json", "print JSON")
    .action((options: Options) => withDatabase(() => run(options)));
}

async function run({ account, name: text, scope, platform = false, json = false }: Options): Promise<void> {
  const name = optionOf("--name", Name, text);
  const scopes = scope && readScopes(scope);
  if (platform) {
    if (account !== undefined)
      throw new CliFault("a platform key has no account: leave out --account or --platform");
    const given = scopes ?? PERMISSIONS;
    return print({ ...(await createPlatformKey({ name, scopes: given })), name, scopes: given }, json);
  }
  if (account === undefined)
    throw new CliFault("--account <id> names the account of the key (or use --platform)");
  const ctx = await accountOption(account);
  const given = scopes ?? METERING;
  const beyond = given.filter((scope) => BEYOND_ACCOUNTS.includes(scope));
  if (beyond.length > 0) throw new CliFault(`--scope ${beyond.join(", ")}: no key of an account may do that`);
  print(
    { ...(await createKey(ctx, { name, scopes: given })), account_id: account, name, scopes: given },
    json,
  );
}

function readScopes(words: readonly string[]): Permission[] {
  return words
    .flatMap((word) => word.split(","))
    .map((word) => {
      const scope = PERMISSIONS.find((known) => known === word.trim());
      if (!scope) throw new CliFault(`--scope ${word}: the scopes are ${PERMISSIONS.join(", ")}`);
      return scope;
    });
}
