import type { ConfiguredProvider, ProviderDefinition, Setting, SettingValues } from '../providers/definition.ts';
import { Secret } from '../providers/secret.ts';
import type { Environment } from './environment.ts';
import { parseProviderUrl } from './provider-url.ts';
import { readSecretText } from './secret-text.ts';

/** Null when nothing of the provider is set. Part of it is a mistake: whoever set one variable meant the provider. */
export function readProvider(
  environment: Environment,
  definition: ProviderDefinition,
  liveAllowed: boolean,
): ConfiguredProvider | null {
  const given = definition.settings.flatMap(variablesOf).find((name) => environment.has(name));
  if (given === undefined) return null;

  const values = new Map<string, string | Secret | boolean>();
  const live: string[] = [];
  let loopback = definition.settings.some(({ kind }) => kind === 'url');
  for (const setting of definition.settings) {
    const { name } = setting;
    if (isRequired(setting) && !variablesOf(setting).some((variable) => environment.has(variable))) {
      environment.mistakes.push(
        `${name} is missing: ${definition.id} needs it, and ${given} is set. Set all that it needs or none.`,
      );
      continue;
    }
    switch (setting.kind) {
      case 'url': {
        const url = parseProviderUrl(environment.get(name) ?? setting.default ?? '');
        if ('mistake' in url) {
          environment.mistakes.push(`${name} ${url.mistake}`);
        } else {
          values.set(name, url.text);
          loopback &&= url.loopback;
          if (url.text.startsWith('http:')) environment.plainAddresses.push(name);
        }
        break;
      }
      case 'secret': {
        const text = readSecretText(environment, name);
        const secret = text === undefined ? values.get(setting.standIn ?? '') : new Secret(text);
        if (secret !== undefined) values.set(name, secret);
        if (text !== undefined && setting.live?.test(text)) live.push(name);
        break;
      }
      case 'flag':
        values.set(name, environment.flag(name, setting.default));
        break;
      case 'choice':
        values.set(name, environment.choice(name, setting.choices, setting.default));
        break;
    }
  }
  if (!liveAllowed && !loopback) {
    for (const name of live) {
      environment.mistakes.push(
        `${name} looks like a live credential outside production; use a test credential, or set ALLOW_LIVE_IN_DEV=1.`,
      );
    }
  }
  return { definition, settings: settingValues(values) };
}

/** The variables that give a setting. */
export function variablesOf({ kind, name }: Setting): string[] {
  return kind === 'secret' ? [name, `${name}_FILE`] : [name];
}

function isRequired(setting: Setting): boolean {
  if (setting.kind === 'secret') return setting.standIn === undefined && setting.optional !== true;
  return setting.kind === 'url' && setting.default === undefined;
}

function settingValues(values: ReadonlyMap<string, string | Secret | boolean>): SettingValues {
  return {
    text(name) {
      const value = values.get(name);
      if (typeof value !== 'string') throw new TypeError(`${name} is not a url or choice setting`);
      return value;
    },
    secret(name) {
      const value = values.get(name);
      if (!(value instanceof Secret)) throw new TypeError(`${name} is not a secret setting`);
      return value;
    },
    optionalSecret(name) {
      const value = values.get(name);
      return value instanceof Secret ? value : null;
    },
    flag(name) {
      const value = values.get(name);
      if (typeof value !== 'boolean') throw new TypeError(`${name} is not a flag setting`);
      return value;
    },
  };
}
