import { expect, it } from 'vitest';
import { startProcess } from '../doubles/gateway-process.ts';

/** The first word of each line that a gateway prints before it ends with 78: the variable that is wrong. */
async function refusal(env: NodeJS.ProcessEnv, execArgv: string[] = []) {
  const gateway = startProcess(env, { execArgv });
  expect(await gateway.exit).toEqual({ code: 78, signal: null });
  const lines = gateway.output().trimEnd().split('\n');
  return { names: lines.map((line) => line.split(/[ :,]/, 1)[0]).sort(), output: gateway.output() };
}

it('names everything that is unsafe at once, a line each, when NODE_ENV is unset', async () => {
  const { names, output } = await refusal({
    AUTH: 'jwt',
    AUTH_JWKS_URL: 'http://127.0.0.1:9/hunter2',
    AUTH_ISSUER: 'http://127.0.0.1:9/hunter2',
    DATABASE_URL: 'file:/proc/hunter2/cancellations.db',
    DATABASE_PASSWORD: 'hunter2',
    EXPLORER: 'true',
    INTROSPECTION: 'true',
    LOG_LEVEL: 'debug',
    MERCADO_PAGO_ACCESS_TOKEN: 'APP_USR-hunter2',
    MERCADO_PAGO_BASE_URL: 'http://127.0.0.1:9/hunter2',
    NODE_OPTIONS: '--insecure-http-parser',
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
  });
  const wrong = ['AUTH_AUDIENCE', 'AUTH_ISSUER', 'AUTH_JWKS_URL', 'DATABASE_PASSWORD', 'DATABASE_URL', 'EXPLORER'];
  const more = ['INTROSPECTION', 'LOG_LEVEL', 'MERCADO_PAGO_BASE_URL', 'NODE_OPTIONS', 'NODE_TLS_REJECT_UNAUTHORIZED'];
  expect(names).toEqual([...wrong, ...more]);
  expect(output).not.toContain('hunter2');
});

it('refuses to start in production with nothing set at all', async () => {
  expect((await refusal({ NODE_ENV: 'production' })).names).toEqual(['AUTH', 'TENANTS_FILE']);
});

it('sees what Node was given on the command line', async () => {
  const { names, output } = await refusal({ NODE_ENV: 'production' }, ['--insecure-http-parser']);
  expect(names).toEqual(['AUTH', 'TENANTS_FILE', 'node']);
  expect(output).toContain('node must not be started with --insecure-http-parser in production.');
});
