import { expect } from 'vitest';
import type { ShopperTexts } from './scene.ts';

/** The three languages say it in words of their own, and none names an id, a code or a status. */
export function expectShopperTexts({ en, es, pt }: ShopperTexts, jargon: readonly (string | null)[]): void {
  expect(new Set([en, es, pt]).size).toBe(3);
  for (const text of [en, es, pt]) {
    expect(text.trim().length).toBeGreaterThan(10);
    expect(text).not.toMatch(/[\d_<>{}]/);
    for (const word of jargon) if (word !== null) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  }
}
