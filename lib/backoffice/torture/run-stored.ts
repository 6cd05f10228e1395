import { prisma } from "@/lib/db/client";
import { Refusal } from "@/lib/values/refusal";
import { runTorture, type Torture } from "./run-torture";

/**
 * Does a run that an operator asked for, and keeps what each round came to as it ends. What cuts it short is kept as well: nobody waits for a run that is over.
 * @throws Refusal `conflict` while another run goes on, from the command line or in a worker that was taken for dead: the queue tries again, and finds this one over or does it
 */
export async function runStoredTorture(id: string): Promise<void> {
  const run = await prisma().tortureRun.findUnique({ where: { id } });
  if (!run || run.endedAt !== null) return;
  const keep = async ({ events, rounds }: Torture) => {
    const deliveries = rounds.reduce((sum, round) => sum + round.deliveries, 0);
    await prisma().tortureRun.update({
      where: { id },
      data: { events, deliveries, rounds: rounds.map((round) => ({ ...round })) },
    });
  };
  let error = "";
  try {
    await runTorture({ seed: Number(run.seed) }, keep);
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === "conflict") throw fault;
    error =
      fault instanceof Refusal
        ? fault.message
        : String(fault instanceof Error ? fault.message : fault).slice(0, 2_000);
  }
  await prisma().tortureRun.update({ where: { id }, data: { endedAt: new Date(), error } });
}
