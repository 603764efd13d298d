/** Free text as every database takes it: PostgreSQL refuses NUL, and half of a surrogate pair is no UTF-8. */
export function storable(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\0', '\ufffd').replace(/\p{Cs}/gu, '\ufffd');
}
