import { fileAnswer } from "@/lib/web/file-answer";

/** A CSV file, named after what it has and its days. @throws Refusal `rate_limited` for more of one account at once than there may be */
export function csvAnswer(
  ctx: { accountId: string },
  what: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  make: Parameters<typeof fileAnswer>[2],
): Promise<Response> {
  const name = `${[what, from, to].filter(Boolean).join("-")}.csv`;
  return fileAnswer(ctx, { name, type: "text/csv; charset=utf-8" }, make);
}
