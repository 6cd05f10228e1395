import { prisma } from "@/lib/db/client";
import { notFound } from "@/lib/values/refusal";
import type { Person } from "./find-session";

export interface SessionSummary {
  id: string;
  userAgent: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
}

/** Where a person is signed in, the most recently seen first. */
export async function listSessions(person: Pick<Person, "userId" | "sessionId">): Promise<SessionSummary[]> {
  const { sessionVersion } = await prisma().user.findUniqueOrThrow({
    where: { id: person.userId },
    select: { sessionVersion: true },
  });
  const sessions = await prisma().session.findMany({
    where: { userId: person.userId, sessionVersion, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
  });
  return sessions.map((session) => ({ ...session, current: session.id === person.sessionId }));
}

/** Ends one of the person's sessions, at once and in every process. */
export async function revokeSession(person: Pick<Person, "userId">, { id }: { id: string }): Promise<void> {
  const { count } = await prisma().session.updateMany({
    where: { id, userId: person.userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw notFound("session");
}

/** Ends all of the person's sessions but the one they are using. */
export async function revokeOtherSessions(person: Pick<Person, "userId" | "sessionId">): Promise<void> {
  await prisma().session.updateMany({
    where: { userId: person.userId, revokedAt: null, id: { not: person.sessionId } },
    data: { revokedAt: new Date() },
  });
}

/** Signs out: ends the session that the person leaves. */
export async function endSession(id: string): Promise<void> {
  await prisma().session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
}
