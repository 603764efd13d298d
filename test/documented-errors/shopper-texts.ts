import { expect } from 'vitest';
import { errorMessages } from '../cancellation/errors/error-messages.ts';
import { verdictMessages } from '../cancellation/errors/verdict-messages.ts';
import type { Payload, ShopperTexts, TargetName, WireError } from './scene.ts';

/** The three languages say it in words of their own, and none names an id, a code or a status. */
export function expectShopperTexts({ en, es, pt }: ShopperTexts, jargon: readonly (string | null)[]): void {
  expect(new Set([en, es, pt]).size).toBe(3);
  for (const text of [en, es, pt]) {
    expect(text.trim().length).toBeGreaterThan(10);
    expect(text).not.toMatch(/[\d_<>{}]/);
    for (const word of jargon) if (word !== null) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  }
}

/** The message that is written down for this verdict, and no other. */
export function expectMessage({ outcome, nextAction, errorCode, texts }: Payload, target: TargetName): void {
  const told = verdictMessages
    .filter(({ kind = target }) => kind === target)
    .filter(({ when }) => when.some((situation) => situation.join() === [outcome, nextAction, errorCode].join()))
    .map(({ en, es, pt }) => ({ en, es, pt }));
  expect(told).toEqual([texts]);
}

/** The message that is written down for this error alone, and no other. */
export function expectErrorMessage({ code, en, es, pt }: WireError): void {
  const told = errorMessages.filter(({ codes }) => codes.some((each) => each === code));
  expect(told.map(({ en, es, pt }) => ({ en, es, pt }))).toEqual([{ en, es, pt }]);
}
