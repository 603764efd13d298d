import { readFileSync } from 'node:fs';
import type { Environment } from './environment.ts';

/** A secret from its variable or from the file that `<name>_FILE` names; undefined when absent or a mistake. */
export function readSecretText(environment: Environment, name: string): string | undefined {
  const found = readVariableOrFile(environment, name);
  // It becomes the value of a header, where such characters would be refused or cut it in two.
  if (found !== undefined && !/^[\x21-\x7e]+$/.test(found.text)) {
    environment.mistakes.push(
      `${found.source} must hold visible ASCII characters only, without spaces or line breaks.`,
    );
    return undefined;
  }
  return found?.text;
}

/** A variable, or the text of the file that `<name>_FILE` names, and which of the two it was. */
export function readVariableOrFile(
  environment: Environment,
  name: string,
): { source: string; text: string } | undefined {
  const file = `${name}_FILE`;
  if (environment.has(name) && environment.has(file)) {
    environment.mistakes.push(`${name} and ${file} are both set; keep one of them.`);
    return undefined;
  }
  const source = environment.has(file) ? file : name;
  const text = source === file ? readText(environment, file) : environment.get(name);
  return text === undefined ? undefined : { source, text };
}

function readText(environment: Environment, name: string): string | undefined {
  const path = environment.get(name) ?? '';
  environment.files.push(path);
  try {
    const text = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (text !== '') return text;
    environment.mistakes.push(`${name} names an empty file; write the secret into it.`);
  } catch {
    environment.mistakes.push(`${name} names a file that cannot be read; check that it exists and its permissions.`);
  }
  return undefined;
}
