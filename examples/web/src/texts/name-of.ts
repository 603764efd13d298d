/** The name of a value of the contract; the value itself where it is newer than the page. */
export function nameOf<Value extends string>(names: Readonly<Record<Value, string>>, value: Value): string {
  return names[value] ?? value;
}
