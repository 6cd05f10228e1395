/** Raw SQL on one connection or transaction. int8 columns arrive as bigint; cast numeric and date columns to text. */
export interface Sql {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}
