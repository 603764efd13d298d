import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { definitions } from './definitions.ts';

const directory = temporaryDirectory('config');

function fileWith(text: string): string {
  const path = join(directory, String(Math.random()));
  writeFileSync(path, text);
  return path;
}

function read(path: string, rest: NodeJS.ProcessEnv = {}) {
  return readConfig({ MERCADO_PAGO_ACCESS_TOKEN_FILE: path, ...rest }, definitions);
}

describe('a secret in a file', () => {
  it.each(['TEST-1', 'TEST-1\n', 'TEST-1\r\n'])('is read without its last line break: %j', (text) => {
    const [provider] = read(fileWith(text)).providers;
    expect(provider?.settings.secret('MERCADO_PAGO_ACCESS_TOKEN').reveal()).toBe('TEST-1');
  });

  it.each(['TEST-1\n\n', ' TEST-1', '\ufeffTEST-1'])('is refused with other characters: %j', (text) => {
    expect(() => read(fileWith(text))).toThrow(/^MERCADO_PAGO_ACCESS_TOKEN_FILE must hold visible ASCII/);
  });

  it.each(['', '\n'])('is refused when empty: %j', (text) => {
    expect(() => read(fileWith(text))).toThrow(/^MERCADO_PAGO_ACCESS_TOKEN_FILE names an empty file/);
  });

  it.each([join(directory, 'hunter2'), directory, 'bad\0hunter2'])('is refused when unreadable: %j', (path) => {
    expect(() => read(path)).toThrow(
      /^MERCADO_PAGO_ACCESS_TOKEN_FILE names a file that cannot be read((?!hunter2).)*$/,
    );
  });

  it('is refused beside the variable itself', () => {
    expect(() => read(fileWith('TEST-1'), { MERCADO_PAGO_ACCESS_TOKEN: 'TEST-1' })).toThrow(/both set; keep one/);
  });

  it('is no way around the live check', () => {
    expect(() => read(fileWith('APP_USR-1'))).toThrow(/ALLOW_LIVE_IN_DEV=1/);
  });

  it('can be the address of the database', () => {
    const DATABASE_URL_FILE = fileWith('postgres://user:hunter2@db/records\n');
    expect(readConfig({ DATABASE_URL_FILE }, definitions).databaseUrl.reveal()).toBe(
      'postgres://user:hunter2@db/records',
    );
    const both = { DATABASE_URL_FILE, DATABASE_URL: 'file:./x.db' };
    expect(() => readConfig(both, definitions)).toThrow(/both set; keep one/);
  });
});
