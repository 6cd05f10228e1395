import { Faults } from "./control/faults";
import { Generations } from "./store/generations";
import { KnownPrefixes } from "./store/known-prefixes";

/** A sandbox at work: what it has generated, and how it behaves. */
export class ProviderSandbox {
  readonly generations: Generations;
  readonly faults = new Faults();
  readonly prefixes = new KnownPrefixes();

  /**
   * @param folder where its state is kept over restarts; null keeps it in memory
   * @param apiKey the key of whoever runs the product
   * @param tokenMs how long each token takes
   */
  constructor(
    folder: string | null,
    readonly apiKey: string,
    public tokenMs: number,
  ) {
    this.generations = new Generations(folder);
  }

  close(): void {
    this.generations.close();
  }
}
