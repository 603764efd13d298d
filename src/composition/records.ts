import { type Config, ConfigError } from '../config.ts';
import { type OpenStore, openStore } from '../store/open-store.ts';
import { mistakeAboutRecords } from '../tenants/older-records.ts';

const hints: Readonly<Record<string, string>> = {
  EBUSY: 'another gateway has it, and a file is for one; end that, name another file, or use PostgreSQL for both',
};

/** What a test may choose; production takes the default. */
export interface RecordsOptions {
  /** Opens the store that `DATABASE_URL` names, or that and something that looks at what is under way there. */
  readonly openStore?: typeof openStore;
}

/** The store cannot be opened. The message names the setting and the system's code, never the setting's value. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code ?? '') : '';
    const what = hints[code] ?? 'check that it exists and may be written';
    super(`DATABASE_URL names a store that cannot be opened${code && ` (${code})`}: ${what}.`, { cause });
  }
}

/** The store of the records, opened. Throws a `ConfigError` where the settings do not say whose its records are. */
export async function recordsOf(config: Config, options: RecordsOptions): Promise<OpenStore> {
  const opened = await opens(config, options.openStore ?? openStore);
  const mistake = await mistakeAboutRecords(opened.store, config.tenancy);
  if (mistake === null) return opened;
  await opened.store.close();
  throw new ConfigError([mistake]);
}

async function opens({ databaseUrl }: Config, open: typeof openStore): Promise<OpenStore> {
  try {
    return await open(databaseUrl.reveal());
  } catch (error) {
    throw new StoreUnavailable(error);
  }
}
