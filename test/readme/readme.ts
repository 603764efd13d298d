import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

export const file = (path: string) => readFileSync(new URL(path, root), 'utf8');
export const readme = file('README.md');

export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
export function blocksIn(page: string): readonly Block[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }));
}

export const blocks = blocksIn(readme);

export const blocksOf = (language: string) => blocks.filter((block) => block.language === language);
