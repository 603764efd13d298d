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
    fallback: '`production`; with `npm start` `development`',
    description:
      '`development`, `test` or `production`. Production has no explorer and no introspection, and refuses what is unsafe.',
  },
  {
    name: 'INTROSPECTION',
    fallback: '`true` outside production',
    description: 'Whether callers may ask for the schema. Refused in production.',
  },
  {
    name: 'EXPLORER',
    fallback: '`true` outside production',
    description:
      'Whether a browser that opens `/graphql` is shown a page to try it in, and of `npm start` also `/explorer/`. Refused in production.',
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
    name: 'REPLICAS',
    fallback: '1',
    description:
      'How many processes share the record store. More than one need PostgreSQL: beside an SQLite file that is refused in production.',
  },
  {
    name: 'AUTH',
    fallback: '`none`',
    description:
      '`jwt`: by the tokens of an identity provider, see [`docs/authentication.md`](docs/authentication.md). `none`: everybody may do everything; refused in production.',
  },
  {
    name: 'AUTH_JWKS_URL',
    fallback: 'required for `jwt`',
    description:
      'Where the public keys of the identity provider are. `https://`, or `http://` of this machine in development.',
  },
  {
    name: 'AUTH_JWKS_FILE',
    fallback: 'none',
    description: 'A file with these keys, instead of their address. It is read again when it changes.',
  },
  {
    name: 'AUTH_ISSUER',
    fallback: 'required for `jwt`',
    description: 'The `iss` that tokens must have, to the letter.',
  },
  {
    name: 'AUTH_AUDIENCE',
    fallback: 'required for `jwt`',
    description: 'What the `aud` of tokens must name: this gateway.',
  },
  {
    name: 'TENANTS_FILE',
    fallback: 'none',
    description:
      'A JSON file with the settings of the providers for each of many tenants. They stand there then, and not in the environment.',
  },
  {
    name: 'TRUSTED_DOCUMENTS',
    fallback: '`off`',
    description:
      '`enforce`: only documents of a manifest may be asked, see [`docs/trusted-documents.md`](docs/trusted-documents.md). `log`: others are let through and told in the log.',
  },
  {
    name: 'TRUSTED_DOCUMENTS_DIR',
    fallback: 'required unless `off`',
    description:
      'A directory with the manifests of the apps, `*.json`, of as many versions as are in use. SIGHUP has it read again.',
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
    name: 'RATE_LIMIT_CANCELS_PER_MINUTE',
    fallback: '60; with `AUTH=none` 0',
    description: 'How many cancels one caller may ask for in a minute; 0, here and below, sets no limit.',
  },
  {
    name: 'RATE_LIMIT_SHOPPER_CANCELS_PER_MINUTE',
    fallback: '5; with `AUTH=none` 0',
    description: 'The same for a caller who may cancel what is theirs only.',
  },
  {
    name: 'RATE_LIMIT_READS_PER_MINUTE',
    fallback: '600; with `AUTH=none` 0',
    description: 'How much one caller may read in a minute, of this process.',
  },
  {
    name: 'RATE_LIMIT_NOT_FOUND_PER_MINUTE',
    fallback: '20; with `AUTH=none` 0',
    description:
      'How often one caller may be told in a minute that there is no such thing. Beyond that they can read nothing until the minute is over.',
  },
  {
    name: 'MAX_REQUESTS_IN_FLIGHT',
    fallback: '512',
    description:
      'How many requests are taken in at the same time, for reads three quarters of it. Those beyond it get 503.',
  },
  {
    name: 'MAX_LIVE_CONNECTIONS',
    fallback: '10000',
    description:
      'How many WebSockets may be open at the same time; 0 serves none. Each is a file descriptor and about 40 KiB.',
  },
  {
    name: 'ALLOW_LIVE_IN_DEV',
    fallback: '`false`',
    description:
      'Accepts what looks like a live credential outside production. The `APP_USR-` tokens of test users do, and need it.',
  },
];
