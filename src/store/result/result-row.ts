/** What is read of a row to read its result. `created` is when the record was made, in milliseconds since 1970. */
export interface ResultRow {
  readonly id: string;
  readonly created: number;
  readonly result: string;
}
