import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documented } from './documented.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

interface Line {
  readonly code: string;
  readonly answers: string;
  readonly type: string;
}

/** The rows of the table between the markers: Code, Provider answer, Type, What to do. */
function errorTable(): Line[] {
  const [, table] = /<!-- errors:begin -->(.*?)<!-- errors:end -->/s.exec(read('../../README.md')) ?? [];
  const rows = (table ?? '').split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const [code = '', answers = '', type = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { code, answers, type };
  });
}

const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
const unique = (values: readonly string[]) => [...new Set(values)].sort();

describe("the README's table of errors", () => {
  it('has every error code, and no other', () => {
    const type = buildSchema(read('../../schema/schema.graphql')).getType('ErrorCode');
    const codes = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(unique(errorTable().flatMap(({ code }) => quoted(code)))).toEqual(unique(codes));
  });

  it('has every documented provider code, and no other', () => {
    const codes = documented.flatMap(({ wireCode }) => (wireCode === null ? [] : [wireCode]));
    expect(unique(errorTable().flatMap(({ answers }) => quoted(answers)))).toEqual(unique(codes));
  });

  it('puts every documented answer beside its code and type', () => {
    const table = errorTable();
    for (const { errorCode, type, wireCode } of documented) {
      const lines = table.filter(({ code }) => quoted(code).includes(errorCode));
      expect(lines.flatMap((line) => quoted(line.type))).toContain(type);
      if (wireCode !== null) expect(lines.flatMap(({ answers }) => quoted(answers))).toContain(wireCode);
    }
  });
});
