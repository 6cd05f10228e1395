import { Command } from "commander";
import { rotateSigningKey } from "@/lib/reports/statements/signing-keys";
import { withDatabase } from "../installation";
import { print } from "../output";

/** `ecu rotate-signing-key`: statements and receipts are signed with another key from now on. */
export function rotateSigningKeyCommand(): Command {
  return new Command("rotate-signing-key")
    .description("sign statements and receipts with a new key from now on; the old ones stay published")
    .option("--json", "print JSON")
    .action(({ json = false }: { json?: boolean }) =>
      withDatabase(async () => {
        const { kid, x } = await rotateSigningKey();
        print({ key: kid, public_key: x }, json);
      }),
    );
}
