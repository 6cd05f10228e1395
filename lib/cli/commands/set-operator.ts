import { Command } from "commander";
import { setOperator } from "@/lib/accounts/person";
import { withDatabase } from "../installation";
import { print } from "../output";

interface Options {
  revoke?: boolean;
  json?: boolean;
}

/** `ecu set-operator`: makes someone who has signed up an operator of this installation, or no longer one. */
export function setOperatorCommand(): Command {
  return new Command("set-operator")
    .description("make a person who has signed up an operator of this installation")
    .argument("<email>", "the address with which they sign in")
    .option("--revoke", "take it back")
    .option("--json", "print JSON")
    .action((email: string, { revoke = false, json = false }: Options) =>
      withDatabase(async () => {
        await setOperator(email.trim().toLowerCase(), !revoke);
        print({ email: email.trim().toLowerCase(), operator: !revoke }, json);
      }),
    );
}
