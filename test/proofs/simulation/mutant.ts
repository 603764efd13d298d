/** One change to one file. `find` must occur exactly once, so that a table of caught faults cannot rot. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A fault of the protocol, planted into the real source. */
export interface Mutant {
  readonly name: string;
  readonly sentence: string;
  readonly edits: readonly Edit[];
}

export const src = (name: string): string => `src/cancellation/${name}.ts`;

export function mutant(
  name: string,
  sentence: string,
  ...edits: readonly (readonly [file: string, find: string, replace: string])[]
): Mutant {
  return { name, sentence, edits: edits.map(([file, find, replace]) => ({ file, find, replace })) };
}
