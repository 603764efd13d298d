import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../src/cancellation/errors/catalogue.ts';
import { failure } from '../../../src/cancellation/errors/failure.ts';
import { type Language, languages, outcomeText, shopperText } from '../../../src/cancellation/errors/texts.ts';
import { type Outcome, outcomes } from '../../../src/cancellation/target/outcome.ts';

const kinds = ['payment', 'order'] as const;
const sentences = /^\p{Lu}[^_<>{}\d]+\.$/u;

it('shoppers are told in English, Spanish and Portuguese', () => {
  expect(languages).toEqual(['EN', 'ES', 'PT_BR']);
});

describe.each(languages)('in %s', (language) => {
  it.each(errorCodes)('%s is told in sentences, without codes or numbers', (code) => {
    expect(shopperText(code, language)).toMatch(sentences);
  });

  it.each(outcomes.flatMap((outcome) => kinds.map((kind) => [outcome, kind] as const)))(
    '%s of the %s is told in sentences of its own',
    (outcome, kind) => {
      const text = outcomeText({ outcome, failure: null }, kind, language);
      expect(text).toMatch(sentences);
      const others = outcomes.filter((other) => other !== outcome);
      expect(others.map((other) => outcomeText({ outcome: other, failure: null }, kind, language))).not.toContain(text);
    },
  );
});

describe('a verdict', () => {
  it.each(kinds)('is told of the %s', (kind) => {
    expect(outcomeText({ outcome: 'CANCELLED', failure: null }, kind, 'EN')).toBe(`Your ${kind} was cancelled.`);
  });

  it.each<[Language, string]>([
    ['EN', 'Your payment was cancelled.'],
    ['ES', 'Tu pago fue cancelado.'],
    ['PT_BR', 'Seu pagamento foi cancelado.'],
  ])('is told in %s', (language, text) => {
    expect(outcomeText({ outcome: 'CANCELLED', failure: null }, 'payment', language)).toBe(text);
  });

  const error = failure('OUTCOME_UNKNOWN');
  it.each<[Outcome, 'by its error' | 'by its outcome']>([
    ['CANCELLED', 'by its error'],
    ['NOT_CANCELLED', 'by its error'],
    // Neither yes nor no, whatever error came with it.
    ['UNKNOWN', 'by its outcome'],
    ['PENDING', 'by its outcome'],
  ])('that is %s is told %s', (outcome, how) => {
    const plain = outcomeText({ outcome, failure: null }, 'payment', 'EN');
    const ofError = shopperText('OUTCOME_UNKNOWN', 'EN');
    expect(plain).not.toBe(ofError);
    expect(outcomeText({ outcome, failure: error }, 'payment', 'EN')).toBe(how === 'by its error' ? ofError : plain);
  });
});
