import { expect, it } from "vitest";
import { replicaChangesOf } from "./replica-changes";

const cycle = (no: number, replicas: number) => ({ no, replicas, from: `2026-11-0${no}T12:00:00.000Z` });

it("tells every change of replicas with its moment, in whatever order the cycles come", () => {
  expect(replicaChangesOf([cycle(4, 1), cycle(2, 1), cycle(1, 1), cycle(3, 3)])).toEqual([
    { cycle: 3, at: "2026-11-03T12:00:00.000Z", from: 1, to: 3 },
    { cycle: 4, at: "2026-11-04T12:00:00.000Z", from: 3, to: 1 },
  ]);
});

it("tells none of an instance that runs as it began, nor of one without a cycle", () => {
  expect(replicaChangesOf([cycle(1, 2), cycle(2, 2)])).toEqual([]);
  expect(replicaChangesOf([])).toEqual([]);
});
