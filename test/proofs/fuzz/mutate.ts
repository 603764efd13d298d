import type { Random } from '../../doubles/random.ts';
import { hostileTexts } from './values.ts';

/** A text that is nearly the same: a piece of it lost, doubled, moved or replaced, once or a few times. */
export function mutated(text: string, random: Random): string {
  const times = random.int(1, 4);
  return Array.from({ length: times }).reduce<string>((rest) => once(rest, random), text);
}

function once(text: string, random: Random): string {
  const from = random.int(0, text.length);
  const to = Math.min(text.length, from + random.int(0, 12));
  const [before, piece, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const pieces: readonly [string, ...string[]] = [
    `${before}${after}`,
    `${before}${piece}${piece}${after}`,
    `${before}${random.pick(hostileTexts)}${after}`,
    `${before}${String.fromCharCode(random.int(0, 255))}${after}`,
    `${before}${random.pick(['{', '}', '[', ']', '(', ')', '"', ':', ',', '...', '@', '$', '!', '&', '|', '"""'])}${after}`,
    `${before}${piece.repeat(random.int(2, 200))}${after}`,
    `${after}${piece}${before}`,
    before,
  ];
  return random.pick(pieces);
}
