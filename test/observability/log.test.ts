import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/observability/fields.ts';
import { redact } from '../../src/redaction/redact.ts';
import { Random } from '../doubles/random.ts';
import { recordingLog } from './lines.ts';

function logged(value: unknown): unknown {
  return loggedAs('reason', value);
}

function loggedAs(name: keyof Fields, value: unknown): unknown {
  const { log, last } = recordingLog();
  log.write('info', 'test', { [name]: value });
  return last()[name];
}

describe('a log line', () => {
  it('is one line of JSON with its time, level and event', () => {
    const { log, lines, last } = recordingLog();
    log.write('warn', 'test', { provider: 'VTEX', attempts: 2, errorCode: null });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
    expect(last()).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      event: 'test',
      provider: 'VTEX',
      attempts: 2,
      errorCode: null,
    });
  });

  it('leaves out fields that are not on the list', () => {
    const { log, lines } = recordingLog();
    const fields: object = { provider: 'VTEX', variables: 'hunter2', headers: { authorization: 'hunter2' } };
    log.write('info', 'test', fields);
    expect(lines.join()).not.toContain('hunter2');
  });

  it.each([[{ secret: 'hunter2' }], [() => 'hunter2'], [Symbol('hunter2')], [new Map([['a', 'hunter2']])]])(
    'leaves out values that are no plain value: %s',
    (value) => expect(logged(value)).toBeUndefined(),
  );

  it('is not written below the level', () => {
    const { log, lines } = recordingLog('error');
    log.write('info', 'test', {});
    expect(lines).toEqual([]);
  });
});

describe('a value in the log', () => {
  it.each([
    ['a\r\n{"level":"error"}', 'a\\u000d\\u000a{"level":"error"}'],
    ['\u001b[31mred\u009b', '\\u001b[31mred\\u009b'],
    ['evil\u202egnp.exe', 'evil\\u202egnp.exe'],
    ['zero\u200bwidth\ufeff\u2028', 'zero\\u200bwidth\\ufeff\\u2028'],
    ['half \ud800', 'half \\ud800'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the attack is spelled this way.
    ['${jndi:ldap://x}', '${jndi:ldap://x}'],
    ['São Paulo 😀', 'São Paulo 😀'],
  ])('cannot pretend to be another line: %j', (value, expected) => expect(logged(value)).toBe(expected));

  it('is cut at 128 characters, however long', () => {
    expect(logged('x'.repeat(128))).toBe('x'.repeat(128));
    expect(logged('x'.repeat(129))).toBe(`${'x'.repeat(127)}…`);
    expect(String(logged('\n'.repeat(1_000_000)))).toHaveLength(128);
  });

  it.each([
    'APP_USR-1234567890-abcdef',
    'TEST-8f14e45f-ceea',
    'Bearer abc.def.ghi',
    'eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl',
    'ana.souza+1@mail.example.com.br',
    '123.456.789-09',
    '12.345.678/0001-95',
    '4111111111111111',
    '4111 1111 1111 1111',
    '5031-4332-1540-6351',
  ])('does not show %s', (secret) => {
    expect(logged(`before ${secret} after`)).toMatch(/^before (Bearer )?\[redacted( number| e-mail)?\] after$/);
    expect(logged(`${'-'.repeat(120)} ${secret}`)).not.toContain(secret.slice(0, 7));
  });

  it.each(['1234567890', '117434932010', '4111111111111112', '0F1E2D3C4B5A69788796A5B4C3D2E1F0'])(
    'shows the id %s',
    (id) => expect(logged(id)).toBe(id),
  );

  it('shows the id of a payment that could be a tax id', () => {
    expect(loggedAs('targetId', '52998224725')).toBe('52998224725');
    expect(logged('52998224725')).toBe('[redacted number]');
  });

  it.each([
    ['targetId', '52998224725'],
    ['targetId', 'ORD52998224725K7QXN0V3B9Z8R1A'],
  ] as const)('shows a %s as it is, though it holds %s', (name, id) => {
    expect(redact(id, 128)).not.toBe(id);
    expect(loggedAs(name, id)).toBe(id);
  });

  it('shows every request, cancellation and target id as it is', () => {
    const random = new Random(20_261_121);
    for (let n = 0; n < 500; n++) {
      const hex = Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join('');
      const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      expect(loggedAs('requestId', uuid)).toBe(uuid);
      expect(loggedAs('cancellationId', uuid)).toBe(uuid);
      expect(loggedAs('targetId', hex.toUpperCase())).toBe(hex.toUpperCase());
    }
  });

  it.each(['4222222222222', '4111111111111111', '6304000000000000018', 'x ORD52998224725K7QXN0V3B9Z8R1A'])(
    'hides what is no whole id in the place of one: %s',
    (text) => {
      for (const name of ['requestId', 'cancellationId', 'targetId'] as const) {
        expect(loggedAs(name, text)).toContain('[redacted number]');
      }
    },
  );
});
