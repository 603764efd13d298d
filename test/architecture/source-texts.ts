import { readdirSync, readFileSync } from 'node:fs';

export interface SourceText {
  /** Below src: `cancellation/target/money.ts`. */
  readonly path: string;
  readonly text: string;
}

const src = new URL('../../src/', import.meta.url);

/** Apart from what reads their imports: a compiler takes longer to load than they do. */
export const sourceTexts: readonly SourceText[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') || path.endsWith('.mjs'))
  .sort()
  .map((path) => ({ path, text: readFileSync(new URL(path, src), 'utf8') }));
