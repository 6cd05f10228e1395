import { expect, it } from "vitest";
import { streamOf } from "./stream-of";

it("makes no piece before its reader asks, and ends with the last", async () => {
  let made = 0;
  async function* pieces() {
    for (const text of ["a", "ü", ""]) {
      made += 1;
      yield text;
    }
  }
  const reader = streamOf(pieces()).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("a");
  // One ahead, as streams have it.
  expect(made).toBeLessThan(3);
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("ü");
  await reader.read();
  expect((await reader.read()).done).toBe(true);
});

it("tells a maker that looks at much before its next piece when nobody reads any more", async () => {
  let looked = 0;
  let go: () => void = () => undefined;
  const stream = streamOf(async function* (left) {
    yield "head";
    while (!left.aborted) {
      looked += 1;
      await new Promise<void>((resolve) => (go = resolve));
    }
  });
  const reader = stream.getReader();
  await reader.read();
  await new Promise((resolve) => setImmediate(resolve));
  expect(looked).toBe(1);
  const left = reader.cancel();
  go();
  await left;
  expect(looked).toBe(1);
});
