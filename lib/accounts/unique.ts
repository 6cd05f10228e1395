import { Prisma } from "@/lib/db/generated/client";

/** Runs a write and tells what to say when it meets a row that must be the only one. */
export async function unlessTaken<T>(write: Promise<T>, refusal: () => Error): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw refusal();
    throw error;
  }
}
