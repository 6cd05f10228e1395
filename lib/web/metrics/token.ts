import { timingSafeEqual } from "node:crypto";

/** Whether a request carries the token of the metrics. Takes as long for a wrong one as for the right one. */
export function carriesToken(authorization: string | null | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
