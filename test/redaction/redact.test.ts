import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSecrets } from '../../src/redaction/hide-secrets.ts';
import { redact } from '../../src/redaction/redact.ts';

describe('redact', () => {
  it.each([
    ['a given secret', 'token s3cr3t-value is bad', 's3cr3t-value'],
    ['a live token', 'bad APP_USR-123-abc_def!', 'APP_USR-123-abc_def'],
    ['a test token', 'bad TEST-703422370-012405a0c3', 'TEST-703422370-012405a0c3'],
    ['a bearer token', 'Authorization: bearer abc.def-ghi', 'abc.def-ghi'],
    ['an e-mail address', 'payer ana.maria+x@mail.example.com unknown', 'ana.maria+x@mail.example.com'],
    ['a card number', 'card 4111111111111111 refused', '4111111111111111'],
    ['a grouped card number', 'card 4111 1111 1111 1111 refused', '1111'],
    ['a dashed card number', 'card 5555-5555-5555-4444', '5555'],
    ['a card number beside other digits', 'on 31 4111 1111 1111 1111 12 2030', '1111 1111'],
    ['a CPF', 'document 529.982.247-25', '529.982.247-25'],
    ['a bare CPF', 'document 52998224725', '52998224725'],
    ['a CNPJ', 'company 11.222.333/0001-81', '11.222.333/0001-81'],
    ['a bare CNPJ', 'company 11222333000181', '11222333000181'],
  ])('hides %s', (_, text, hidden) => {
    const shown = redact(text, 256, ['s3cr3t-value']);
    expect(shown).not.toContain(hidden);
    expect(shown).toContain('[redacted');
  });

  it.each([
    'Payment not found',
    'path param order id is invalid',
    'payment 18552260055 of 2026-01-31 12:00 is approved',
    'order ORDTST01M3SET12P7R66HCF8N8PBJTVK',
  ])('leaves %j alone', (text) => {
    expect(redact(text, 256, ['secret'])).toBe(text);
  });

  it('does not look into a word of letters, of which nothing is ever hidden', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z_]{1,40}$/), (word) => {
        expect(hideSecrets(word)).toBe(word);
        expect(redact(word, 256)).toBe(word);
      }),
    );
  });

  it.each(['APP_USR-abc', 'Bearer abc', 'ana@mail.example', 'ﬁle\u202eexe', 'a\nb'])('looks into %j', (text) => {
    expect(redact(text, 256)).not.toBe(text);
  });

  it('hides a given secret that is a word of letters', () => {
    expect(redact('hunter', 256, ['hunter'])).toBe('[redacted]');
    expect(redact('hunter_is_here', 256, ['hunter'])).toBe('[redacted]_is_here');
  });

  it('escapes control characters', () => {
    expect(redact('a\r\nb\u001b[31m\u202e', 256)).toBe('a\\u000d\\u000ab\\u001b[31m\\u202e');
  });

  it('shows at most as many characters as asked', () => {
    expect(redact('x'.repeat(300), 256)).toHaveLength(256);
    expect(redact(`${'x'.repeat(254)}😀😀`, 256)).toBe(`${'x'.repeat(254)}…`);
  });

  it.each([
    ['as many', 'x'.repeat(256), 'x'.repeat(256)],
    ['one more', 'x'.repeat(257), `${'x'.repeat(255)}…`],
    ['a pair of halves first', `😀${'x'.repeat(300)}`, `😀${'x'.repeat(253)}…`],
  ])('is cut where it is too long: %s', (_, text, shown) => {
    expect(redact(text, 256)).toBe(shown);
  });

  it.each([
    ['as many characters as are read', 'x'.repeat(4_096), 'x'.repeat(4_096)],
    ['one more, in a single word', 'x'.repeat(4_097), ''],
    ['a thousand words', 'word '.repeat(1_000), 'word '.repeat(819)],
    ['one more, in two', `first ${'x'.repeat(4_091)}`, 'first '],
  ])('drops the word at the end of what is read: %s', (_, text, shown) => {
    expect(redact(text, 10_000)).toBe(shown);
  });

  it.each([
    ['four characters', 'open sesame', ['open'], '[redacted] sesame'],
    ['three', 'the key', ['key'], 'the key'],
    ['the same twice', 'open, open', ['open'], '[redacted], [redacted]'],
    ['two', 'open sesame', ['open', 'sesame'], '[redacted] [redacted]'],
  ])('hides the secrets that it is given: %s', (_, text, secrets, shown) => {
    expect(redact(text, 256, secrets)).toBe(shown);
  });

  it('shows no beginning of a secret at its cut', () => {
    const shown = redact(`${'4111111111111111 '.repeat(240)}APP_USR${'-12345'.repeat(100)}`, 256);
    expect(shown).not.toMatch(/\d/);
  });
});
