/** The full address of a page of the console, for mails. */
export function linkTo(path: string): string {
  return new URL(path, process.env.NEXTAUTH_URL ?? "http://127.0.0.1:3000").toString();
}
