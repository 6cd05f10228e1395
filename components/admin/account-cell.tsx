import { CopyId } from "@/components/ui/copy-id";

/** Whose it is: the account's name over its id; "no account" for what concerns none. */
export function AccountCell({ id, name }: { id: string | null; name: string | null }) {
  if (id === null) return <span className="text-ink-muted">no account</span>;
  return (
    <span className="block max-w-48 narrow:inline-block narrow:max-w-40">
      {name && <span className="block truncate">{name}</span>}
      <CopyId id={id} label="account id" />
    </span>
  );
}
