import { expect, it } from "vitest";
import { together } from "./together";

it("runs those who come while another batch runs as one, in their order", async () => {
  const batches: number[][] = [];
  const ends: (() => void)[] = [];
  const double = together(async (numbers: number[]) => {
    batches.push(numbers);
    await new Promise<void>((resolve) => ends.push(resolve));
    return numbers.map((number) => number * 2);
  }, 3);
  const first = double(1);
  await Promise.resolve();
  const rest = [2, 3, 4, 5].map((number) => double(number));
  while (ends.length < 1) await Promise.resolve();
  ends[0]?.();
  expect(await first).toBe(2);
  while (ends.length < 2) await Promise.resolve();
  ends[1]?.();
  while (ends.length < 3) await Promise.resolve();
  ends[2]?.();
  expect(await Promise.all(rest)).toEqual([4, 6, 8, 10]);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
});

it("tells all of a batch of its failure, and goes on", async () => {
  let fails = true;
  const echo = together(
    (texts: string[]) => (fails ? Promise.reject(new Error("gone")) : Promise.resolve(texts)),
    10,
  );
  const ended = await Promise.allSettled([echo("a"), echo("b")]);
  expect(ended.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fails = false;
  expect(await echo("c")).toBe("c");
});
