import { freezeDeep } from "./freeze";
import { type Change, Journal } from "./journal";
import type { Kind, Kinds } from "./kinds";

type Table = Map<string, object>;

/**
 * All objects of the sandbox, in memory, in the order in which they were made. Changes belong to a unit of work, which
 * is written down as one or undone as one. Nothing here waits, so there is never more than one unit of work at a time.
 */
export class Store {
  private readonly tables = new Map<Kind, Table>();
  private readonly journal: Journal | null;
  private undo: Change[] = [];

  /** @param folder where the journal lies; null keeps everything in memory only. */
  constructor(folder: string | null) {
    this.journal = folder === null ? null : new Journal(folder);
    for (const changes of this.journal?.read() ?? []) for (const change of changes) this.set(...change);
    this.undo = [];
    this.journal?.restart(this.everything());
  }

  get<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.tables.get(kind)?.get(id) as Kinds[K] | undefined;
  }

  /** Every object of a kind, oldest first. */
  all<K extends Kind>(kind: K): Kinds[K][] {
    return [...(this.tables.get(kind)?.values() ?? [])] as Kinds[K][];
  }

  put<K extends Kind>(kind: K, id: string, object: Kinds[K]): void {
    this.set(kind, id, freezeDeep(object));
  }

  remove(kind: Kind, id: string): void {
    this.set(kind, id, null);
  }

  /** Writes down what was changed since the last commit, as one line. */
  commit(): void {
    const touched = new Map(this.undo.map(([kind, id]) => [`${kind} ${id}`, [kind, id] as const]));
    if (touched.size === 0) return;
    this.journal?.append(
      [...touched.values()].map(([kind, id]) => [kind, id, this.tables.get(kind)?.get(id) ?? null]),
    );
    this.undo = [];
  }

  /** Forgets what was changed since the last commit. */
  rollBack(): void {
    const changes = this.undo.reverse();
    this.undo = [];
    for (const change of changes) this.set(...change);
    this.undo = [];
  }

  close(): void {
    this.journal?.close();
  }

  private set(kind: Kind, id: string, object: object | null): void {
    let table = this.tables.get(kind);
    if (!table) this.tables.set(kind, (table = new Map<string, object>()));
    this.undo.push([kind, id, table.get(id) ?? null]);
    if (object === null) table.delete(id);
    else table.set(id, object);
  }

  private *everything(): Generator<Change> {
    for (const [kind, table] of this.tables) for (const [id, object] of table) yield [kind, id, object];
  }
}
