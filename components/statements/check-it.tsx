import { CopyButton } from "@/components/ui/copy-id";
import { TextLink } from "@/components/ui/text-link";

/** How to check the file without us. On screen only: paper has it in a line. */
export function CheckIt({ file, keyId }: { file: string; keyId: string }) {
  const command = `npx ecu verify-statement ${file} --key ${keyId}`;
  return (
    <section
      aria-labelledby="check-it"
      data-print="none"
      className="mx-auto mt-4 max-w-[52rem] rounded-lg border px-5 py-4 text-sm"
    >
      <h2 id="check-it" className="font-medium">
        Check it without us
      </h2>
      <p className="mt-1 max-w-lead text-pretty text-ink-muted">
        The signed file holds this sheet and the rows behind it. The command needs no network and no access to
        this installation: it checks the signature, the sums, and that each row follows from the one before.
        Name several files, and it finds out whether they belong to one history.
      </p>
      <div className="mt-3 flex flex-wrap items-start gap-2">
        <code className="min-w-0 flex-1 basis-72 rounded-md bg-sunken px-3 py-2 font-mono text-xs break-all">
          {command}
        </code>
        <CopyButton text={command} />
      </div>
      <p className="mt-2 text-xs text-ink-muted">
        Compare the key once, by another way, with{" "}
        <TextLink href={"/api/v1/signing-keys" as "/"} prefetch={false}>
          the keys that this installation publishes
        </TextLink>
        .
      </p>
    </section>
  );
}
