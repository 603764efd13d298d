interface ServerSetting {
  readonly name: string;
  /** Whether `<name>_FILE` may name a file that holds it instead. */
  readonly orFile?: true;
  readonly fallback: string;
  readonly description: string;
}

/** The gateway's own variables as the README shows them; those of the providers stand in their definitions. */
export const serverSettings: readonly ServerSetting[] = [
  {
    name: 'NODE_ENV',
    fallback: '`development`',
    description:
      '`development`, `test` or `production`. Production has no explorer and no introspection, and refuses what is unsafe.',
  },
  {
    name: 'HOST',
    fallback: '`127.0.0.1`',
    description: 'The address to listen on. Without authentication only a loopback address is accepted.',
  },
  { name: 'PORT', fallback: '`4000`', description: 'The port to listen on; 0 takes a free one.' },
  {
    name: 'DATABASE_URL',
    orFile: true,
    fallback: '`file:./data/cancellations.db`',
    description:
      'The record store: `file:` and the path of an SQLite file for one process, `postgres://…` for many. Tables are made when absent.',
  },
  {
    name: 'AUTH',
    fallback: '`none`',
    description: 'How callers are authenticated. `none` is the only mode so far, and production refuses it.',
  },
  {
    name: 'TENANTS_FILE',
    fallback: 'none',
    description:
      'A JSON file with the settings of the providers for each of many tenants. They stand there then, and not in the environment.',
  },
  {
    name: 'CORS_ORIGINS',
    fallback: 'none',
    description: 'The origins of web apps that may call from a browser, separated by commas. `*` is refused.',
  },
  {
    name: 'LOG_LEVEL',
    fallback: '`info`',
    description: 'The least level that is logged: `trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`.',
  },
  {
    name: 'ALLOW_LIVE_IN_DEV',
    fallback: '`false`',
    description:
      'Accepts what looks like a live credential outside production. The `APP_USR-` tokens of test users do, and need it.',
  },
];
