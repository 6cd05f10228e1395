/** What the drill says while it runs, and whether all of it was as it must be. */
export class Report {
  #failed = 0;

  step(name: string): void {
    console.log(`\n${name}`);
  }

  say(what: string, value: string, isWell: boolean): void {
    if (!isWell) this.#failed += 1;
    console.log(`  ${isWell ? "✓" : "✗"} ${what}: ${value}`);
  }

  faults(faults: readonly string[]): void {
    this.say("faults in the books", String(faults.length), faults.length === 0);
    for (const fault of faults.slice(0, 5)) console.log(`      ${fault}`);
  }

  /** @returns whether all was well */
  end(): boolean {
    const isWell = this.#failed === 0;
    console.log(
      `\n${isWell ? "✓ nothing that was acknowledged is lost, and the books are in order" : `✗ ${this.#failed} things are not as they must be`}`,
    );
    return isWell;
  }
}
