/** A CSV file, named after what it has and its days. */
export function csvAnswer(
  what: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  body: string | ReadableStream<Uint8Array>,
): Response {
  const filename = [what, from, to].filter(Boolean).join("-");
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}.csv"`,
    },
  });
}
