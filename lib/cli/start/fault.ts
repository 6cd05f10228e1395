/** A start that cannot go on, for a reason that its reader can do something about. */
export class StartFault extends Error {
  override readonly name = "StartFault";
}
