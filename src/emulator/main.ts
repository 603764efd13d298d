import { loseNextAnswer } from './control-api.ts';
import { type Emulator, gatewayVariables, recordsOfEmulator, sandboxIds, startEmulator } from './index.ts';

/** The exit code of a process that was configured wrongly (EX_CONFIG of sysexits). */
const exitCodeOfBadConfig = 78;

const port = process.env['EMULATOR_PORT'] || '4010';

try {
  const emulator = await startEmulator({ port: Number(port) });
  process.stdout.write(greeting(emulator));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = exitCodeOfBadConfig;
}

function greeting(emulator: Emulator): string {
  const variables = Object.entries({ ...gatewayVariables(emulator), ...recordsOfEmulator });
  const ids = sandboxIds.map(({ provider, id, httpStatus, code, description }) =>
    [provider.padEnd(12), id.padEnd(32), httpStatus, (code ?? '').padEnd(37), description].join('  '),
  );
  return `The emulator of ${Object.keys(emulator.providers).join(' and ')} runs on ${emulator.url}. In another terminal, point a gateway at it:

${variables.map(([name, value]) => `export ${name}=${value}`).join('\n')}

Override an answer: the next cancel of a payment is executed, and its answer lost
  ${loseNextAnswer(emulator.url)}

${ids.join('\n')}
`;
}

/** One line for what the setting can mend; everything else is a bug and shows itself. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return `EMULATOR_PORT ${port} is taken: set it to a free one, or to 0 for any.`;
  if (code === 'ERR_SOCKET_BAD_PORT') return 'EMULATOR_PORT must be a whole number from 0 to 65535.';
  if (code === 'EACCES') return `EMULATOR_PORT ${port} may not be listened on: set it to another one.`;
  throw error;
}
