import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../src/cancellation/errors/catalogue.ts';
import type { Failure } from '../../../src/cancellation/errors/failure.ts';
import { en } from '../../../src/cancellation/errors/texts/en.ts';
import { es } from '../../../src/cancellation/errors/texts/es.ts';
import { ptBr } from '../../../src/cancellation/errors/texts/pt-br.ts';
import { type Language, languages, outcomeText, shopperText } from '../../../src/cancellation/errors/texts.ts';
import { outcomes } from '../../../src/cancellation/target/outcome.ts';
import { errorMessages } from './error-messages.ts';
import { type Message, verdictMessages } from './verdict-messages.ts';

const kinds = ['payment', 'order'] as const;

it('shoppers are told in English, Spanish and Portuguese', () => {
  expect(languages).toEqual(['EN', 'ES', 'PT_BR']);
});

function inEachLanguage(text: (language: Language) => string): Message {
  return { en: text('EN'), es: text('ES'), pt: text('PT_BR') };
}

describe('a verdict is told as the table says', () => {
  const rows = verdictMessages.flatMap(({ kind, when, ...message }) =>
    when.flatMap((situation) => (kind ? [kind] : kinds).map((of) => [...situation, of, message] as const)),
  );

  it.each(rows)('%s, %s, %s of the %s', (outcome, nextAction, code, kind, { en, es, pt }) => {
    // Of an error the text depends on its code alone.
    const failure = code && ({ code, upstream: null, detail: {} } as Failure);
    expect(inEachLanguage((language) => outcomeText({ outcome, nextAction, failure }, kind, language))).toEqual({
      en,
      es,
      pt,
    });
  });
});

describe('an error alone is told as the table says', () => {
  it.each(errorMessages.flatMap(({ codes, ...message }) => codes.map((code) => [code, message] as const)))(
    '%s',
    (code, message) => {
      expect(inEachLanguage((language) => shopperText(code, language))).toEqual(message);
    },
  );
});

describe('the table', () => {
  it('names every error once', () => {
    expect(errorMessages.flatMap(({ codes }) => codes).sort()).toEqual([...errorCodes].sort());
  });

  it('names every outcome of both kinds of target', () => {
    const named = verdictMessages.flatMap(({ kind, when }) => when.map(([outcome]) => `${outcome} ${kind}`));
    expect(named).toEqual(
      expect.arrayContaining(outcomes.flatMap((outcome) => kinds.map((kind) => `${outcome} ${kind}`))),
    );
  });

  it.each([
    ['en', en],
    ['es', es],
    ['pt', ptBr],
  ] as const)('has every sentence that is written in %s', (language, texts) => {
    const told = [...verdictMessages, ...errorMessages].map((message) => message[language]);
    expect(sentencesIn(texts).filter((sentence) => !told.some((text) => text.includes(sentence)))).toEqual([]);
  });

  const sentences = /^\p{Lu}[^_<>{}\d]+\.$/u;
  it.each([...verdictMessages, ...errorMessages])('has sentences without codes or numbers: $en', ({ en, es, pt }) => {
    expect(new Set([en, es, pt]).size).toBe(3);
    for (const text of [en, es, pt]) expect(text).toMatch(sentences);
  });
});

function sentencesIn(texts: object): string[] {
  return Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : sentencesIn(text)));
}
