/** Who did it: "Name <mail>" on two lines, so that neither cuts the other short. */
export function Actor({ actor }: { actor: string }) {
  const [, name = actor, mail] = /^(.+) <([^<>]+)>$/.exec(actor) ?? [];
  return (
    <span className="block break-words wide:max-w-48 wide:min-w-32 wide:py-1" title={actor}>
      <span className="block">{name}</span>
      {mail && <span className="block text-xs text-ink-muted">{mail}</span>}
    </span>
  );
}
