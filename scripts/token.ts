import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { laptopIssuer } from './laptop-issuer.ts';

/** The gateway takes no token that is older. */
const longestTtlSeconds = 3_600;

const usage = `npm run token -- --scope "payments:read payments:cancel"

  --scope S               what the caller may do, separated by spaces; with :own at the end, of a shopper
  --sub S                 who the caller is; laptop unless given
  --tenant T              whose credentials are used, where the gateway has a file of tenants
  --payment ID            a payment that the shopper owns; may be given again
  --order ID              an order that the shopper owns; may be given again
  --external-reference R  whatever has this reference is the shopper's; may be given again
  --ttl SECONDS           how long the token holds, 1 to ${longestTtlSeconds}; 900 unless given
  --directory D           where the keys are kept; data/issuer unless given`;

class BadArgument extends Error {}

const many = { type: 'string', multiple: true } as const;

/** `npm run token`: a token for a gateway on this machine, and how to start one that takes it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scope: { type: 'string' },
      sub: { type: 'string', default: 'laptop' },
      tenant: { type: 'string' },
      payment: many,
      order: many,
      'external-reference': many,
      ttl: { type: 'string', default: '900' },
      directory: { type: 'string', default: 'data/issuer' },
    },
  });
  const { scope, sub, tenant, payment, order, 'external-reference': references, ttl, directory } = values;
  if (scope === undefined) throw new BadArgument('--scope is missing.');
  if (!/^\d{1,4}$/.test(ttl) || Number(ttl) < 1 || Number(ttl) > longestTtlSeconds) {
    throw new BadArgument(`--ttl must be 1 to ${longestTtlSeconds}.`);
  }
  const details = [...owned('payment', payment), ...owned('order', order)];
  const issuer = await laptopIssuer(resolve(directory));
  const token = await issuer.sign(
    {
      sub,
      scope,
      ...(tenant !== undefined && { tenant }),
      ...(details.length > 0 && { authorization_details: details }),
      ...(references !== undefined && { external_references: references }),
    },
    Number(ttl),
  );
  // The token alone on standard output, so that a shell can take it: TOKEN=$(npm run -s token -- --scope …).
  console.log(token);
  console.error(hint(token, issuer.settings, Number(ttl)));
}

function owned(type: string, identifiers: string[] | undefined): { type: string; identifiers: string[] }[] {
  return identifiers === undefined ? [] : [{ type, identifiers }];
}

function hint(token: string, settings: Readonly<Record<string, string>>, seconds: number): string {
  const { PORT } = process.env;
  const variables = Object.entries({ ...settings, ...(PORT !== undefined && { PORT }) }).map(
    ([name, value]) => `${name}='${value}'`,
  );
  return `
A gateway that takes it:

${variables.join(' \\\n')} \\
npm start

A request to it, within ${Math.ceil(seconds / 60)} minutes; the gateway does not say why it refuses a token, and its log does:

curl -s http://127.0.0.1:${PORT ?? 4000}/graphql -H 'content-type: application/json' \\
  -H 'authorization: Bearer ${token}' \\
  -d '{"query":"{ payment(id: \\"10000000001\\") { __typename ... on Payment { status } } }"}'`;
}

function isAboutArguments(error: unknown): error is Error {
  if (error instanceof BadArgument) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

await main().catch((error) => {
  if (!isAboutArguments(error)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
});
