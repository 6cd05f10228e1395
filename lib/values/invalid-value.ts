/** A value that cannot be read. The door that read it turns it into a 400 that names the field. */
export class InvalidValue extends Error {
  override readonly name = "InvalidValue";
}
