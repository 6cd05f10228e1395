import { column } from "@/lib/db/column";
import type { Sql } from "@/lib/db/sql";
import { startOfMonth, utcDay, type UtcDay } from "@/lib/values/time";
import type { VolumeMove } from "./rules/price";
import type { Position } from "./rules/tiers";

/** A counter of the month: what an account used of one entry's meter. */
interface Volume {
  month: UtcDay;
  entry: VolumeMove["entry"];
}

/**
 * The month's volumes while they are locked: what calls are priced by, one after the other. What is not locked cannot be asked for, so that no
 * price depends on something that another transaction may change.
 */
export class Volumes {
  readonly #locked: ReadonlyMap<string, bigint>;
  readonly #moved = new Map<string, { volume: Volume; by: bigint }>();

  private constructor(
    readonly accountId: string,
    locked: ReadonlyMap<string, bigint>,
  ) {
    this.#locked = locked;
  }

  /** Locks counters in the order of their keys, making those that are not there. The lock ends with the transaction. */
  static async lock(sql: Sql, accountId: string, moves: readonly TimedMoves[]): Promise<Volumes> {
    const wanted = new Map(moves.flatMap(volumesOf).map((volume) => [keyOf(volume), volume]));
    const volumes = [...wanted]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, volume]) => volume);
    if (volumes.length === 0) return new Volumes(accountId, new Map());
    const rows = await sql.query<VolumeRow>(ADD, [
      accountId,
      ...columnsOf(volumes),
      column(volumes.map(() => 0n)),
    ]);
    const locked = rows.map(
      ({ month, quantity, ...entry }) => [nameOf(month, entry), BigInt(quantity)] as const,
    );
    return new Volumes(accountId, new Map(locked));
  }

  /** Where a call of this time stands. */
  positionOf({ at, moves }: TimedMoves): Position {
    const month = monthOf(at);
    return new Map(moves.map(({ entry }) => [entry.meter, this.#standing({ month, entry })]));
  }

  /** Moves on by what a call used. */
  advance({ at, moves }: TimedMoves): void {
    for (const { entry, quantity } of moves) {
      const volume = { month: monthOf(at), entry };
      const before = this.#moved.get(keyOf(volume))?.by ?? 0n;
      this.#moved.set(keyOf(volume), { volume, by: before + quantity });
    }
  }

  /** Writes what was moved. */
  async save(sql: Sql): Promise<void> {
    const moved = [...this.#moved.values()].filter(({ by }) => by > 0n);
    if (moved.length === 0) return;
    const volumes = moved.map(({ volume }) => volume);
    await sql.query(ADD, [this.accountId, ...columnsOf(volumes), column(moved.map(({ by }) => by))]);
  }

  #standing(volume: Volume): bigint {
    const locked = this.#locked.get(keyOf(volume));
    if (locked === undefined) throw new Error(`the volume ${keyOf(volume)} is not locked`);
    return locked + (this.#moved.get(keyOf(volume))?.by ?? 0n);
  }
}

/** What a call moves, and when it ran: its month is the month of that. */
export interface TimedMoves {
  at: Date;
  moves: readonly VolumeMove[];
}

interface VolumeRow {
  month: UtcDay;
  feature: string;
  operation: string;
  model: string;
  hardware: string;
  meter: string;
  quantity: string;
}

const KEY = "month, feature, operation, model, hardware, meter";
// Adds to counters, in the order that they are given in. With nothing to add it makes what is missing, locks it, and reads it as it is
// once the lock is there.
const ADD = `INSERT INTO usage_volumes AS v (account_id, ${KEY}, quantity)
  SELECT $1::uuid, ${KEY}, quantity
  FROM unnest($2::date[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[])
    WITH ORDINALITY AS n (${KEY}, quantity, place)
  ORDER BY place
  ON CONFLICT (account_id, ${KEY}) DO UPDATE SET quantity = v.quantity + excluded.quantity
  RETURNING v.month::text AS month, v.feature, v.operation, v.model, v.hardware, v.meter, v.quantity::text AS quantity`;

function columnsOf(volumes: readonly Volume[]): string[] {
  return [
    column(volumes.map(({ month }) => month)),
    column(volumes.map(({ entry }) => entry.feature)),
    column(volumes.map(({ entry }) => entry.operation)),
    column(volumes.map(({ entry }) => entry.model)),
    column(volumes.map(({ entry }) => entry.hardware)),
    column(volumes.map(({ entry }) => entry.meter)),
  ];
}

function volumesOf({ at, moves }: TimedMoves): Volume[] {
  return moves.map(({ entry }) => ({ month: monthOf(at), entry }));
}

function monthOf(at: Date): UtcDay {
  return startOfMonth(utcDay(at));
}

function keyOf({ month, entry }: Volume): string {
  return nameOf(month, entry);
}

function nameOf(month: UtcDay, entry: Omit<VolumeRow, "month" | "quantity">): string {
  return [month, entry.feature, entry.operation, entry.model, entry.hardware, entry.meter].join("\n");
}
