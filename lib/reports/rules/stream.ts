/** Chance that is the same for the same input. */
export class Stream {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** A number from 0 to 1, by an xorshift of 32 bits (George Marsaglia). */
  next(): number {
    this.#state ^= this.#state << 13;
    this.#state >>>= 0;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    this.#state >>>= 0;
    return (this.#state || 1) / 4_294_967_296;
  }

  /** By the polar form of Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next() * 0.999_999)) * Math.cos(2 * Math.PI * this.next());
  }
}
