import { systemClock } from '../../src/cancellation/clock.ts';
import type { CallTerms, ProviderAdapter } from '../../src/cancellation/provider.ts';
import type { ProviderDefinition, ProviderTools, SettingValues } from '../../src/providers/definition.ts';
import { Secret } from '../../src/providers/secret.ts';

function settingsOf(values: Readonly<Record<string, string | boolean>>): SettingValues {
  const value = (name: string) => {
    const found = values[name];
    if (found === undefined) throw new Error(`no setting ${name}`);
    return found;
  };
  return {
    text: (name) => String(value(name)),
    secret: (name) => new Secret(String(value(name))),
    optionalSecret: (name) => (values[name] === undefined ? null : new Secret(String(values[name]))),
    flag: (name) => value(name) === true,
  };
}

export function create(
  definition: ProviderDefinition,
  values: Readonly<Record<string, string | boolean>>,
  tools: Partial<ProviderTools> = {},
): ProviderAdapter {
  return definition.create(settingsOf(values), { clock: systemClock, recovered: () => {}, ...tools });
}

/** The terms of a call whose deadline is not what the test is about. */
export const terms: CallTerms = { deadlineMs: 5_000, inBackground: false };
