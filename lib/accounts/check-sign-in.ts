import { prisma } from "@/lib/db/client";
import { Refusal } from "@/lib/values/refusal";
import { countTry, forgetTries, LIMITS } from "./limits";
import { isPassword } from "./passwords";

export interface SignInAttempt {
  /** In lower case. */
  email: string;
  password: string;
  address: string;
}

/**
 * The person whose address and password these are. A wrong password and an unknown address look the same and take the
 * same time. Guessing is limited for each pair of person and address, and where the person has not signed in before
 * also for the person and for the address, so that a flood from elsewhere locks nobody out of where they work.
 * @returns the user's id @throws Refusal `unauthenticated`, `rate_limited`
 */
export async function checkSignIn({ email, password, address }: SignInAttempt): Promise<string> {
  const user = await prisma().user.findUnique({
    where: { email },
    select: {
      id: true,
      passwordHash: true,
      disabledAt: true,
      sessions: { where: { address }, select: { id: true }, take: 1 },
    },
  });
  const pair = `${email} ${address}`;
  await countTry(LIMITS.signInPair, pair);
  if (!user?.sessions.length) {
    await countTry(LIMITS.signInAddress, address);
    await countTry(LIMITS.signInPerson, email);
  }
  const right = await isPassword(user?.passwordHash ?? null, password);
  if (!user || !right || user.disabledAt) {
    throw new Refusal("unauthenticated", "The e-mail address or the password is not right.");
  }
  await forgetTries(LIMITS.signInPair, pair);
  return user.id;
}
