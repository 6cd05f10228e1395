import { prisma } from "@/lib/db/client";
import { newId } from "@/lib/values/ids";
import { DAY_MS } from "@/lib/values/time";

/** However often it is used, a session ends then. */
export const SESSION_DAYS = 14;

export interface OpenedSession {
  id: string;
  version: number;
}

/** Starts a session: a row that each request is checked against, so that it can be ended from anywhere. */
export async function openSession(
  userId: string,
  from: { address: string; userAgent: string },
): Promise<OpenedSession> {
  const { sessionVersion } = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    select: { sessionVersion: true },
  });
  const id = newId();
  const expiresAt = new Date(Date.now() + SESSION_DAYS * DAY_MS);
  const { address, userAgent } = from;
  await prisma().session.create({
    data: { id, userId, sessionVersion, address, userAgent: userAgent.slice(0, 300), expiresAt },
  });
  return { id, version: sessionVersion };
}
