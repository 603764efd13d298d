import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
export const file = (path: string) => readFileSync(new URL(path, root), 'utf8');

export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** The instructions of a Dockerfile without comments, continued lines joined. */
export function instructionsOf(dockerfile: string): Instruction[] {
  const lines = dockerfile
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  return lines.flatMap((line) => {
    const [, name, text] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
    return name === undefined || text === undefined ? [] : [{ name, text }];
  });
}

export const instructions = instructionsOf(file('Dockerfile'));

/** What ends up in the image: the instructions of the last stage. */
export const finalStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));

export const textsOf = (name: string, from: readonly Instruction[] = instructions) =>
  from.filter((one) => one.name === name).map(({ text }) => text);

/** The variables that the image sets. */
export const imageEnv: Readonly<Record<string, string>> = Object.fromEntries(
  textsOf('ENV', finalStage)
    .flatMap((text) => text.split(/\s+/))
    .map((pair) => pair.split('=', 2)),
);

/** The command of CMD, program first. */
export const command: readonly string[] = JSON.parse(textsOf('CMD', finalStage)[0] ?? '[]');

/** The command of HEALTHCHECK, program first. */
export const healthCheck: readonly string[] = JSON.parse(
  /CMD (\[.*\])$/.exec(textsOf('HEALTHCHECK', finalStage)[0] ?? '')?.[1] ?? '[]',
);
