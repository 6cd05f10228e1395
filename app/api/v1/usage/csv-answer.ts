/** A file of a tab, named after it and its days. */
export function csvAnswer(
  tab: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  text: string,
): Response {
  const filename = [tab, from, to].filter(Boolean).join("-");
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename}.csv"`,
    },
  });
}
