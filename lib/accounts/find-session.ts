import { readers } from "@/lib/db/client";
import { isUuid } from "@/lib/values/ids";
import type { Role } from "@/lib/values/context";
import type { Preferences } from "./schema-preferences";

/** An account that a person belongs to. */
export interface Membership {
  accountId: string;
  accountName: string;
  role: Role;
}

/** The account that an operator looks at, as its people see it. */
export interface View {
  id: string;
  accountId: string;
  accountName: string;
  expiresAt: string;
}

/** Someone who is signed in, as the database knows them at this moment. */
export interface Person {
  sessionId: string;
  userId: string;
  email: string;
  name: string;
  /** Whether they have shown that the address is theirs. */
  isProven: boolean;
  isOperator: boolean;
  preferences: Preferences;
  memberships: Membership[];
  /** While it is there the person has no other accounts, may read this one, and changes nothing. */
  viewing?: View;
}

interface Row {
  user_id: string;
  email: string;
  name: string;
  is_proven: boolean;
  is_operator: boolean;
  stale: boolean;
  theme: Preferences["theme"];
  number_style: Preferences["numberStyle"];
  time_zone: string;
  has_shortcuts: boolean;
  account_id: string | null;
  account_name: string;
  role: Role;
}

/**
 * The person of a session, or null when it is over: signed out, revoked, idle for a week, past its end, of an older
 * version (a new password ends all), or of a disabled person. Asked on every request, so that all of it holds at once.
 */
export async function findSession(sessionId: string, version: number): Promise<Person | null> {
  if (!isUuid(sessionId) || !Number.isSafeInteger(version)) return null;
  // One round trip instead of four: a checked uuid and an integer are safe as literals.
  const answers = await readers().query(`
    BEGIN READ ONLY; SET LOCAL app.every_account = 'on';
    SELECT u.id AS user_id, u.email, u.name, u.email_verified_at IS NOT NULL AS is_proven, u.is_operator,
      s.last_seen_at < now() - interval '1 minute' AS stale,
      u.theme, u.number_style, u.time_zone, u.has_shortcuts, a.id AS account_id, a.name AS account_name, m.role
    FROM sessions s
    JOIN users u ON u.id = s.user_id AND u.session_version = s.session_version AND u.disabled_at IS NULL
    LEFT JOIN members m ON m.user_id = u.id AND m.disabled_at IS NULL
    LEFT JOIN accounts a ON a.id = m.account_id AND a.status = 'active'
    WHERE s.id = '${sessionId}' AND s.session_version = ${version}
      AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '7 days'
    ORDER BY m.created_at, a.id;
    COMMIT`);
  const rows = rowsOf(answers);
  const [first] = rows;
  if (!first) return null;
  if (first.stale) void markSeen(sessionId);
  return {
    sessionId,
    userId: first.user_id,
    email: first.email,
    name: first.name,
    isProven: first.is_proven,
    isOperator: first.is_operator,
    preferences: {
      theme: first.theme,
      numberStyle: first.number_style,
      timeZone: first.time_zone,
      hasShortcuts: first.has_shortcuts,
    },
    memberships: rows.flatMap(({ account_id: accountId, account_name: accountName, role }) =>
      accountId ? [{ accountId, accountName, role }] : [],
    ),
  };
}

// The driver answers a list of statements with a list of results, which its types do not know.
function rowsOf(answers: unknown): Row[] {
  return (answers as { rows: Row[] }[])[2]?.rows ?? [];
}

// At most one write a minute for a session, and no request waits for it.
async function markSeen(sessionId: string): Promise<void> {
  await readers()
    .query(
      "UPDATE sessions SET last_seen_at = now() WHERE id = $1 AND last_seen_at < now() - interval '1 minute'",
      [sessionId],
    )
    .catch(() => undefined);
}
