import pg from 'pg';
import { expect, it } from 'vitest';
import { isRefusal } from '../../src/store/postgres/postgres-database.ts';

/** As a server tells it whose messages are in another language. */
function told(severity: string, code: string | undefined): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError('mensagem', 8, 'error'), { severity, code });
}

it.each(['40001', '23505', '57014', 'P0001', '25006'])('%s is a refusal in whatever language', (code) => {
  for (const severity of ['ERROR', 'ERRO', 'FEHLER']) expect(isRefusal(told(severity, code))).toBe(true);
});

it.each(['57P01', '57P02', '25P03', '08006', '08P01', '40003', '53100', '58030', 'XX000', undefined])(
  '%s leaves open what became of it, in whatever language',
  (code) => {
    for (const severity of ['FATAL', 'PANIC', 'PÂNICO', 'ERROR']) {
      expect(isRefusal(told(severity, code))).toBe(false);
    }
  },
);

it('no answer of the database is no refusal', () => {
  expect(isRefusal(Object.assign(new Error('Connection terminated'), { severity: 'ERROR', code: '23505' }))).toBe(
    false,
  );
});
