import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ConfiguredProvider, ProviderDefinition } from '../providers/definition.ts';
import { Environment } from './environment.ts';
import { shownName } from './misspelled.ts';
import { readProvider, variablesOf } from './provider-settings.ts';
import { lineOf, repeatedName } from './repeated-names.ts';
import { singleTenant, type Tenancy } from './tenancy.ts';
import { mistakesIn } from './tenants-mistakes.ts';
import { type TenantEntries, tenantsSchema, wellFormedTenants } from './tenants-schema.ts';

/** A file of the most tenants that there may be is about a tenth of this. */
const longestFile = 32 * 1024 * 1024;

/** The tenants of the file at `path`. What is wrong with it is told to the environment, and the rest is read all the same. */
export function readTenantsFile(
  environment: Environment,
  path: string,
  definitions: readonly ProviderDefinition[],
  liveAllowed: boolean,
): Tenancy {
  const refuse = (...mistakes: string[]) => environment.mistakes.push(...mistakes);
  environment.files.push(path);
  const { files } = environment;
  const mistaken = new Map<string, readonly string[]>();
  const nothing = { recordNames: new Map(), providers: new Map(), singleTenantRecords: null, mistaken, files };
  const text = textOf(path);
  const json = text === null ? null : parse(text, refuse);
  if (text === null) refuse('TENANTS_FILE names a file that cannot be read; check that it exists and its permissions.');
  if (json === null) return nothing;

  const checked = tenantsSchema(definitions).safeParse(json);
  if (!checked.success) {
    refuse(...mistakesIn(checked.error, definitions));
    for (const [name, entries] of Object.entries(wellFormedTenants(json, definitions))) {
      refuse(...readTenant(environment, { path, name, entries }, definitions, liveAllowed).mistakes);
    }
    return nothing;
  }
  const { tenants, singleTenantRecords } = checked.data;
  const names = Object.keys(tenants);
  if (names.length === 0) refuse('TENANTS_FILE names no tenant.');
  if (typeof singleTenantRecords === 'string' && !names.includes(singleTenantRecords)) {
    refuse('TENANTS_FILE: singleTenantRecords must be one of the tenants, or null.');
  }
  const recordName = (name: string) => (name === singleTenantRecords ? singleTenant : name);
  const read = (name: string) => {
    const entries = tenants[name] ?? {};
    const { configured, mistakes } = readTenant(environment, { path, name, entries }, definitions, liveAllowed);
    refuse(...mistakes);
    if (mistakes.length > 0) mistaken.set(recordName(name), mistakes);
    return configured;
  };
  return {
    recordNames: new Map(names.map((name) => [name, recordName(name)])),
    providers: new Map(names.map((name) => [recordName(name), read(name)])),
    singleTenantRecords,
    mistaken,
    files,
  };
}

interface TenantInFile {
  readonly path: string;
  readonly name: string;
  readonly entries: TenantEntries;
}

/** By the code that reads the environment, so that a setting means the same in both. */
function readTenant(
  environment: Environment,
  { path, name, entries }: TenantInFile,
  definitions: readonly ProviderDefinition[],
  liveAllowed: boolean,
): { readonly configured: readonly ConfiguredProvider[]; readonly mistakes: readonly string[] } {
  const paths = new Set(
    definitions.flatMap(({ settings }) => settings.flatMap((setting) => variablesOf(setting).slice(1))),
  );
  const absolute = Object.entries(entries).map(([variable, value]) => {
    return [variable, value !== undefined && paths.has(variable) ? resolve(dirname(path), value) : value] as const;
  });
  const own = new Environment(Object.fromEntries(absolute));
  const configured = definitions
    .map((definition) => readProvider(own, definition, liveAllowed))
    .filter((provider) => provider !== null);
  environment.files.push(...own.files);
  environment.plainAddresses.push(...own.plainAddresses.map((variable) => `TENANTS_FILE, ${name}: ${variable}`));
  const mistakes = configured.length > 0 ? own.mistakes : ['has no provider; give it the settings of one.'];
  return { configured, mistakes: mistakes.map((mistake) => `TENANTS_FILE, ${name}: ${mistake}`) };
}

function textOf(path: string): string | null {
  try {
    const bytes = readFileSync(path);
    return bytes.length > longestFile ? null : bytes.toString();
  } catch {
    return null;
  }
}

/** Null when the text has no one meaning as JSON. What V8 says about it quotes it, and so is told to nobody. */
function parse(text: string, refuse: (mistake: string) => void): unknown {
  try {
    const json: unknown = JSON.parse(text);
    const repeated = repeatedName(text);
    if (repeated === null) return json ?? {};
    refuse(
      `TENANTS_FILE, line ${repeated.line}: ${shownName(repeated.name)} stands twice in one object, or may not stand there.`,
    );
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
    const where = position === undefined ? '' : `, line ${lineOf(text, Number(position))}`;
    refuse(`TENANTS_FILE${where}: this is not JSON.`);
  }
  return null;
}
