import { LinkButton } from "@/components/ui/button";

/** To the newest, and to what is older. Nothing where a list is on one page. */
export function Pager({ newest, older }: { newest: string | null; older: string | null }) {
  if (newest === null && older === null) return null;
  return (
    <nav aria-label="More" className="flex justify-center gap-2">
      {newest !== null && <LinkButton href={newest as "/"}>Newest</LinkButton>}
      {older !== null && <LinkButton href={older as "/"}>Older</LinkButton>}
    </nav>
  );
}
