import { sandboxIds, startEmulator } from './index.ts';

const emulator = await startEmulator({ port: Number(process.env.EMULATOR_PORT ?? 4010) });
const { accessToken, vtexAppKey, vtexAppToken } = emulator.credentials;

const ids = sandboxIds.map(({ provider, id, httpStatus, code, description }) =>
  [provider.padEnd(12), id.padEnd(32), httpStatus, (code ?? '').padEnd(37), description].join('  '),
);

process.stdout.write(`Mercado Pago  ${emulator.mercadoPagoUrl}  access token ${accessToken}
VTEX          ${emulator.vtexUrl}  app key ${vtexAppKey}  app token ${vtexAppToken}
Bends         POST, DELETE ${emulator.url}/__emulator/bends

${ids.join('\n')}
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
