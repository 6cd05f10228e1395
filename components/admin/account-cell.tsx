import { CopyId } from "@/components/ui/copy-id";
import { TextLink } from "@/components/ui/text-link";

/** Whose it is: the account's name, which leads to it, over its id; "no account" for what concerns none. */
export function AccountCell({ id, name }: { id: string | null; name: string | null }) {
  if (id === null) return <span className="text-ink-muted">no account</span>;
  return (
    <span className="block max-w-48 narrow:inline-block narrow:max-w-40">
      {name && (
        <TextLink href={`/admin/accounts/${id}`} prefetch={false} className="block truncate" title={name}>
          {name}
        </TextLink>
      )}
      <CopyId id={id} label="account id" />
    </span>
  );
}
