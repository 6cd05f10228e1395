import { actorInWords } from "./actor-words";

/** Who did it, on two lines, so that neither cuts the other short. */
export function Actor({ kind, actor }: { kind: string; actor: string }) {
  const { name, note } = actorInWords(kind, actor);
  return (
    <span className="block break-words wide:max-w-48 wide:min-w-32 wide:py-1">
      <span className="block">{name}</span>
      {note && <span className="block text-xs text-ink-muted">{note}</span>}
    </span>
  );
}
