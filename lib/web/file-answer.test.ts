import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { newId } from "@/lib/values/ids";
import { streamOf } from "@/lib/values/stream-of";
import { fileAnswer } from "./file-answer";

const FILE = { name: "usage.csv", type: "text/csv; charset=utf-8" };
const BUSY = { code: "rate_limited", retryAfterSeconds: 5 };

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

let ended = 0;
async function* lines(count = 3) {
  try {
    for (let no = 0; no < count; no += 1) yield `${no}\n`;
  } finally {
    ended += 1;
  }
}
const begin = (accountId: string) => fileAnswer({ accountId }, FILE, () => streamOf(lines()));

it("makes four files of an account at once in a process, and others for others", async () => {
  const [ours, theirs] = [newId(), newId()];
  const four = await Promise.all([begin(ours), begin(ours), begin(ours), begin(ours)]);
  await expect(begin(ours)).rejects.toMatchObject(BUSY);
  expect(await (await begin(theirs)).text()).toBe("0\n1\n2\n");
  expect(four[0]?.headers.get("content-disposition")).toBe('attachment; filename="usage.csv"');
  expect(await four[0]?.text()).toBe("0\n1\n2\n");
  await begin(ours);
  await expect(begin(ours)).rejects.toMatchObject(BUSY);
});

it("has a place again when a reader leaves, when making it fails, and when it was made whole", async () => {
  const accountId = newId();
  const four = await Promise.all([begin(accountId), begin(accountId), begin(accountId), begin(accountId)]);
  await four[1]?.body?.cancel();
  const fails = () => fileAnswer({ accountId }, FILE, () => Promise.reject(new Error("no")));
  await expect(fails()).rejects.toThrow("no");
  expect(await (await fileAnswer({ accountId }, FILE, () => "whole\n")).text()).toBe("whole\n");
  await begin(accountId);
  await expect(begin(accountId)).rejects.toMatchObject(BUSY);
});

it("ends what nobody has read for ten minutes, when another is asked for", async () => {
  const accountId = newId();
  const four = await Promise.all([begin(accountId), begin(accountId), begin(accountId), begin(accountId)]);
  const read = four[3]?.body?.getReader();
  vi.advanceTimersByTime(9 * 60_000);
  await read?.read();
  vi.advanceTimersByTime(2 * 60_000);
  const before = ended;
  await begin(accountId);
  await expect(four[0]?.text()).rejects.toThrow("ten minutes");
  expect(ended - before).toBe(3);
  expect((await read?.read())?.done).toBe(false);
});
