/** `whole × part / of`, rounded half away from zero. */
export function roundedShare(whole: bigint, part: bigint, of: bigint): bigint {
  const product = whole * part;
  const size = (2n * (product < 0n ? -product : product) + of) / (2n * of);
  return product < 0n ? -size : size;
}
