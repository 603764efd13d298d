/** What is wrong with the text of a JSON Web Key Set (RFC 7517), as the end of a sentence; null where it can be used. */
export function keySetMistake(text: string): string | null {
  const keys = keysOf(text);
  if (keys === null) return 'is no JSON Web Key Set: {"keys": [...]}';
  if (keys.some((key) => 'd' in key || 'k' in key)) return 'holds a private key; only the public ones belong there';
  if (!keys.some((key) => 'kid' in key)) return 'names no key with a kid, by which tokens say what signed them';
  if (!keys.some((key) => 'kid' in key && 'kty' in key)) return 'names no key with a kid that says its kty';
  return null;
}

function keysOf(text: string): readonly object[] | null {
  try {
    const set: unknown = JSON.parse(text);
    const keys: unknown = isObject(set) && 'keys' in set ? set.keys : null;
    return Array.isArray(keys) && keys.every(isObject) ? keys : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
