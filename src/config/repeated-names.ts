/** A name that stands twice in one object of a JSON text, and the line of its second place; null when there is none. */
export function repeatedName(json: string): { readonly name: string; readonly line: number } | null {
  const namesOfOpen: Set<string>[] = [];
  for (const { 0: token, 1: string, 2: colon, index } of json.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') namesOfOpen.push(new Set());
    else if (token === '}' || token === ']') namesOfOpen.pop();
    else if (string !== undefined && colon !== undefined) {
      const name = String(JSON.parse(string));
      const names = namesOfOpen.at(-1);
      // Assigned to an object it would be no name at all.
      if (names?.has(name) || name === '__proto__') return { name, line: lineOf(json, index) };
      names?.add(name);
    }
  }
  return null;
}

export function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
