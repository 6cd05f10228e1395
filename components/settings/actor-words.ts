/** Who did something, as people read it: a name, and in small letters what tells it from others of that name. */
export interface ActorWords {
  name: string;
  note: string;
}

/**
 * In words: a member by name and address, an operator by address, a key by its name. What the product does by itself bears, in the log, the names of its
 * own parts; to people it is Ecu.
 */
export function actorInWords(kind: string, actor: string): ActorWords {
  if (kind === "system") return { name: "Ecu", note: "By itself" };
  const [, name = actor, mail] = /^(.+) <([^<>]+)>$/.exec(actor) ?? [];
  return { name, note: mail ?? NOTES[kind] ?? "" };
}

const NOTES: Readonly<Record<string, string>> = { key: "API key", operator: "Operator" };
