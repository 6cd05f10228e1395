/** A moment at which an instance went on with more or fewer replicas. */
export interface ReplicaChange {
  /** The cycle that began with it. */
  cycle: number;
  at: string;
  from: number;
  to: number;
}

/** When the replicas of an instance changed, oldest first, told by its cycles: each change ends one and begins the next. */
export function replicaChangesOf(
  cycles: readonly { no: number; from: string; replicas: number }[],
): ReplicaChange[] {
  const ordered = cycles.toSorted((left, right) => left.no - right.no);
  return ordered.flatMap(({ no, from: at, replicas: to }, index) => {
    const from = ordered[index - 1]?.replicas ?? to;
    return from === to ? [] : [{ cycle: no, at, from, to }];
  });
}
