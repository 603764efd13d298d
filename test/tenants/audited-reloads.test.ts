import { expect, it } from 'vitest';
import type { AuditEntry } from '../../src/cancellation/record/audit-trail.ts';
import { reloaderOf } from '../../src/composition/tenants.ts';
import { ConfigError } from '../../src/config/config-error.ts';
import type { Tenancy } from '../../src/config/tenancy.ts';
import type { Config } from '../../src/config.ts';
import { LiveTenants } from '../../src/tenants/live-tenants.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { recordingLog } from '../observability/lines.ts';
import { countedProvider, tenancyOf } from './provider.ts';

const { definition } = countedProvider();
const before = tenancyOf(definition, { a: 'one', b: 'two' });

/** Reads these, one after the other, and answers what the audit trail and the log hold of it. */
async function reloads(...read: (Tenancy | ConfigError)[]) {
  const clock = new VirtualClock(1_000);
  const { events, lines } = recordingLog();
  const entries: AuditEntry[] = [];
  const tenants = new LiveTenants(before, {
    definitions: [definition],
    clock,
    toolsFor: () => ({ clock, recovered: () => undefined }),
    accountChanged: () => undefined,
  });
  const rereadTenancy = () => {
    const next = read.shift() ?? before;
    if (next instanceof ConfigError) throw next;
    return next;
  };
  const trail = { append: async (entry: AuditEntry) => void entries.push(entry) };
  const reloader = reloaderOf({ rereadTenancy } as Config, tenants, { clock, events, trail });
  while (read.length > 0) await reloader.reload('signal');
  return { entries, lines };
}

const entry = { at: 1_000, actor: 'signal', operation: 'reload', principalClass: 'operator', provider: null };

it('a reload stands in the audit trail, with every tenant that it changed', async () => {
  const { entries } = await reloads(before, tenancyOf(definition, { a: 'one', b: 'other', c: 'three' }));
  expect(entries).toMatchObject([
    { ...entry, tenant: '*', result: 'loaded' },
    { ...entry, tenant: '*', result: 'loaded' },
    { ...entry, tenant: 'b', result: 'loaded' },
    { ...entry, tenant: 'c', result: 'loaded' },
  ]);
});

it('a reload that was refused stands there once, and each mistake in the log', async () => {
  const { entries, lines } = await reloads(new ConfigError(['one mistake', 'another']));
  expect(entries).toMatchObject([{ ...entry, tenant: '*', result: 'refused' }]);
  expect(lines.filter((line) => line.includes('"reloadFailed"'))).toHaveLength(2);
});

it('a tenant whose own settings are wrong is refused by its name, beside what was loaded', async () => {
  const mistaken = new Map([['b', ['one mistake']]]);
  const { entries, lines } = await reloads({ ...tenancyOf(definition, { a: 'other', b: 'other' }), mistaken });
  expect(entries).toMatchObject([
    { ...entry, tenant: '*', result: 'loaded' },
    { ...entry, tenant: 'b', result: 'refused' },
    { ...entry, tenant: 'a', result: 'loaded' },
  ]);
  expect(lines.filter((line) => line.includes('"reloadFailed"'))).toHaveLength(1);
});
