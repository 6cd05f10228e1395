import { createHash } from "node:crypto";

/** Numbers from 0 up to but not including `below`, always the same ones for the same seed. */
export type Draw = (below: number) => number;

export function drawFrom(seed: string): Draw {
  return drawFromNumber(createHash("sha256").update(seed).digest().readUInt32LE());
}

/** As `drawFrom`, for many seeds. The steps are those of mulberry32. */
export function drawFromNumber(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One of them. */
export function pick<T>(draw: Draw, list: readonly [T, ...T[]]): T {
  return list[draw(list.length)] ?? list[0];
}
