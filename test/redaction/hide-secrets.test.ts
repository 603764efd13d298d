import { describe, expect, it } from 'vitest';
import { hideSecrets } from '../../src/redaction/hide-secrets.ts';

describe('what is never shown', () => {
  it.each([
    ['a bearer token', 'sent Bearer abc.def-ghi today', 'sent Bearer [redacted] today'],
    ['one in lower case, after spaces', 'bearer   abc', 'Bearer [redacted]'],
    ['one in quotes', '"Bearer abc"', '"Bearer [redacted]"'],
    ['a live token', 'bad APP_USR-123-abc_def!', 'bad [redacted]!'],
    ['a test token', 'bad TEST-703422370-012405a0c3', 'bad [redacted]'],
    ['one in small letters', 'bad app_usr-123-abc', 'bad [redacted]'],
    ['a name and a password', 'sent Basic bWVyY2hhbnQ6aHVudGVyMg== today', 'sent Basic [redacted] today'],
    ['a password by its name', 'password=hunter2hunter2 refused', 'password=[redacted] refused'],
    ['a secret by its name', 'client_secret: s3cr3t-value', 'client_secret: [redacted]'],
    ['a JSON web token', 'bad eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0-dXJl_1 token', 'bad [redacted] token'],
    ['one without its signature', 'bad eyJhbGciOiJI.eyJzdWIiOiIx token', 'bad [redacted] token'],
    ['one with an empty signature', 'bad eyJhbGciOiJI.eyJzdWIiOiIx. token', 'bad [redacted] token'],
    ['an e-mail address', 'of ana.maria+x%y@mail.example.com.br, since', 'of [redacted e-mail], since'],
    ['a card number', 'card 4111111111111111', 'card [redacted number]'],
    [
      'one in a run of digits as long as an id',
      '41111111111111110000 4111111111111111',
      '41111111111111110000 [redacted number]',
    ],
    [
      'one beside an id',
      '4111111111111111 74191102949045CCB93EDC841E60CAE7',
      '[redacted number] 74191102949045CCB93EDC841E60CAE7',
    ],
    ['one at the end of what is no id', 'x74191102949045CCB93EDC841E60CAE7', 'x[redacted number]CCB93EDC841E60CAE7'],
    ['a personal id', 'CPF 529.982.247-25', 'CPF [redacted number]'],
  ])('%s', (_, text, shown) => {
    expect(hideSecrets(text)).toBe(shown);
  });

  it.each([
    'the bearer',
    'Basic authentication is required',
    'access_token: expired',
    'password: must have 8 characters',
    'BearerToken',
    'a TEST of LATEST-news',
    'MYAPP_USR-123',
    'heyJude.song',
    'eyJonly',
    'ana at example.com',
    'a@b',
    'cancellation 74191102949045CCB93EDC841E60CAE7',
    'cancellation 4e411111-1111-4111-8111-111111111111',
  ])('leaves %j alone', (text) => {
    expect(hideSecrets(text)).toBe(text);
  });
});
