interface Waiting<Input, Output> {
  input: Input;
  resolve: (output: Output) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets callers share a transaction: while one runs, those who come wait and go together in the next, so that each commit is paid once for many. `run` answers
 * as many as it was given, in their order; when it throws, all of its batch hear that.
 * @param most how many go together at most, so that nobody waits long for the others
 */
export function together<Input, Output>(
  run: (inputs: Input[]) => Promise<Output[]>,
  most: number,
): (input: Input) => Promise<Output> {
  const waiting: Waiting<Input, Output>[] = [];
  let isRunning = false;
  const serve = async () => {
    // Callers of the same turn of the event loop go together.
    await Promise.resolve();
    while (waiting.length > 0) await runBatch(run, waiting.splice(0, most));
    isRunning = false;
  };
  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      void serve();
    });
}

async function runBatch<Input, Output>(
  run: (inputs: Input[]) => Promise<Output[]>,
  batch: Waiting<Input, Output>[],
): Promise<void> {
  try {
    const outputs = await run(batch.map(({ input }) => input));
    if (outputs.length !== batch.length) throw new Error("a batch was answered with another number");
    outputs.forEach((output, index) => batch[index]?.resolve(output));
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
