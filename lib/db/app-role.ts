/** The role of everything that runs: it owns no table, and sees the accounts that a transaction was opened for. */
export const APP_ROLE = "ecu_app";

/** The owner's database as the application's role comes to it. */
export function asAppRole(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}
