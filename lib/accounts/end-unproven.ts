import { sqlOf, type Tx } from "@/lib/db/transaction";
import { audit, type Deed } from "./audit";

const ACTOR = { kind: "system", name: "address proven" } as const;

/**
 * Ends what was made in a person's name before their address was proven, when somebody proves that it is theirs who may be another than who
 * signed up: their keys, and in the accounts that were opened in their name all keys, those of providers too (whose owner
 * reads what is sent with them), open invitations, webhooks, the other members, and other people's addresses in alerts. Else any of them would let that one in for ever, whatever the password is. Who follows the link of
 * their welcome mail never meets this.
 * @returns whether anything ended
 */
export async function endUnproven(tx: Tx, userId: string, requestId: string): Promise<boolean> {
  const { emailVerifiedAt } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  if (emailVerifiedAt) return false;
  const accountIds = await foundedBy(tx, userId);
  const ended = [
    ...(await endKeys(tx, userId, accountIds)),
    ...(await endProviderKeys(tx, accountIds)),
    ...(await endInvitations(tx, accountIds)),
    ...(await endWebhooks(tx, accountIds)),
    ...(await endMemberships(tx, userId, accountIds)),
    ...(await emptyAlerts(tx, accountIds)),
  ];
  for (const { accountId, ...deed } of ended)
    if (accountId) await audit(tx, { accountId, actor: ACTOR, requestId }, deed);
  return ended.length > 0;
}

type Ended = Deed & { accountId: string | null };

/** The accounts that the person opened and still owns. Locked, so that nobody joins meanwhile. */
async function foundedBy(tx: Tx, userId: string): Promise<string[]> {
  const rows = await sqlOf(tx).query<{ id: string }>(
    `SELECT a.id::text AS id FROM accounts a JOIN members m ON m.account_id = a.id
     WHERE m.user_id = $1::uuid AND m.role = 'owner' AND m.disabled_at IS NULL AND EXISTS (
       SELECT 1 FROM audit_log l WHERE l.account_id = a.id AND l.action = 'account.created' AND l.actor_id = $2)
     ORDER BY a.id FOR NO KEY UPDATE OF a`,
    [userId, userId],
  );
  return rows.map(({ id }) => id);
}

async function endKeys(tx: Tx, createdBy: string, accountIds: string[]): Promise<Ended[]> {
  const keys = await tx.apiKey.updateManyAndReturn({
    where: { revokedAt: null, OR: [{ createdBy }, { accountId: { in: accountIds } }] },
    data: { revokedAt: new Date() },
    select: { id: true, accountId: true },
  });
  return keys.map(({ id, accountId }) => ({
    accountId,
    action: "key.revoked",
    subjectType: "key",
    subjectId: id,
  }));
}

async function endProviderKeys(tx: Tx, accountIds: string[]): Promise<Ended[]> {
  const keys = await tx.providerKey.updateManyAndReturn({
    where: { accountId: { in: accountIds }, revokedAt: null },
    data: { revokedAt: new Date(), sealed: new Uint8Array() },
    select: { id: true, accountId: true, provider: true, name: true, last4: true },
  });
  return keys.map(({ id, accountId, provider, name, last4 }) => ({
    accountId,
    action: "provider_key.revoked",
    subjectType: "provider_key",
    subjectId: id,
    details: { provider, name, last4 },
  }));
}

async function endInvitations(tx: Tx, accountIds: string[]): Promise<Ended[]> {
  const invitations = await tx.invitation.updateManyAndReturn({
    where: { accountId: { in: accountIds }, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { id: true, accountId: true },
  });
  return invitations.map(({ id, accountId }) => ({
    accountId,
    action: "invitation.revoked",
    subjectType: "invitation",
    subjectId: id,
  }));
}

async function endWebhooks(tx: Tx, accountIds: string[]): Promise<Ended[]> {
  const deletedAt = new Date();
  const nothing = { secret: new Uint8Array(), oldSecret: null, oldSecretUntil: null, endedBecause: null };
  const endpoints = await tx.webhookEndpoint.updateManyAndReturn({
    where: { accountId: { in: accountIds }, deletedAt: null },
    data: { ...nothing, isEnabled: false, deletedAt },
    select: { id: true, accountId: true },
  });
  await tx.webhookDelivery.updateMany({
    where: {
      accountId: { in: accountIds },
      endpointId: { in: endpoints.map(({ id }) => id) },
      status: "pending",
    },
    data: { status: "failed", endedAt: deletedAt },
  });
  return endpoints.map(({ id, accountId }) => ({
    accountId,
    action: "webhook.deleted",
    subjectType: "webhook",
    subjectId: id,
  }));
}

async function endMemberships(tx: Tx, userId: string, accountIds: string[]): Promise<Ended[]> {
  const others = { accountId: { in: accountIds }, userId: { not: userId } };
  const members = await tx.member.updateManyAndReturn({
    where: { ...others, disabledAt: null },
    data: { disabledAt: new Date() },
    select: { userId: true, accountId: true, role: true },
  });
  await tx.teamMember.deleteMany({ where: others });
  return members.map((member) => ({
    accountId: member.accountId,
    action: "member.removed",
    subjectType: "member",
    subjectId: member.userId,
    details: { role: member.role, keysRevoked: true },
  }));
}

/** Balances are told to members alone from then on; an alert that told nobody else tells the owner. */
async function emptyAlerts(tx: Tx, accountIds: string[]): Promise<Ended[]> {
  const alerts = await sqlOf(tx).query<{ account_id: string; key: string; unit: string; emails: string[] }>(
    `UPDATE alert_thresholds t SET emails = '{}',
       roles = CASE WHEN cardinality(t.roles) = 0 THEN ARRAY['owner'] ELSE t.roles END
     FROM alert_thresholds was
     WHERE t.account_id = ANY ($1::uuid[]) AND cardinality(t.emails) > 0
       AND (was.account_id, was.unit, was.kind, was.value) = (t.account_id, t.unit, t.kind, t.value)
     RETURNING t.account_id::text AS account_id, t.kind || ':' || t.value AS key, t.unit::text AS unit, was.emails`,
    [accountIds],
  );
  return alerts.map(({ account_id: accountId, key, unit, emails }) => ({
    accountId,
    action: "alert.saved",
    subjectType: "alert",
    subjectId: key,
    details: { wallet: unit, before: emails.join(", "), emails: [] },
  }));
}
