import { isIP } from 'node:net';
import { Secret } from '../providers/secret.ts';
import type { Environment } from './environment.ts';
import { readVariableOrFile } from './secret-text.ts';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export function readPort(environment: Environment): number {
  const text = environment.get('PORT') ?? '4000';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    environment.mistakes.push('PORT must be a whole number from 0 to 65535.');
  }
  return Number(text);
}

export function readHost(environment: Environment): string {
  const host = environment.get('HOST') ?? '127.0.0.1';
  if (isIP(host) === 0 && !/^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i.test(host)) {
    environment.mistakes.push('HOST must be the address or name to listen on, such as 127.0.0.1 or 0.0.0.0.');
    return '127.0.0.1';
  }
  return host;
}

const defaultDatabaseUrl = 'file:./data/cancellations.db';

/** The address may hold a password, so it is a secret as a whole. */
export function readDatabaseUrl(environment: Environment): Secret {
  const { source, text: url } = readVariableOrFile(environment, 'DATABASE_URL') ?? {
    source: 'DATABASE_URL',
    text: defaultDatabaseUrl,
  };
  if (/^postgres(ql)?:/i.test(url)) {
    if (!isPostgresUrl(url)) {
      environment.mistakes.push(
        `${source} must be like postgres://user:password@host:5432/database, special characters %-encoded.`,
      );
    }
  } else if (!/^file:[^\p{Cc}?#]+$/u.test(url)) {
    environment.mistakes.push(
      `${source} must be file: and a path, such as ${defaultDatabaseUrl}, or a postgres:// address.`,
    );
  }
  return new Secret(url);
}

function isPostgresUrl(text: string): boolean {
  if (!/^[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return false;
  const { hostname, pathname, hash } = new URL(text);
  return hostname !== '' && pathname.length > 1 && hash === '';
}

export function readCorsOrigins(environment: Environment): readonly string[] {
  const origins = (environment.get('CORS_ORIGINS') ?? '').split(',').map((origin) => origin.trim());
  const named = origins.filter((origin) => origin !== '');
  if (named.includes('*')) {
    environment.mistakes.push('CORS_ORIGINS must list the origins one by one; * is refused.');
  } else if (!named.every(isOrigin)) {
    environment.mistakes.push(
      'CORS_ORIGINS must be a comma list of origins as browsers send them: http(s)://host[:port], lower case, no path.',
    );
  }
  return named;
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
