import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { type Context, resolvers } from './contract-resolvers.ts';
import { undiciPayments } from './undici-payments.ts';

/**
 * About the least that our contract costs with Apollo Server: node:http before it, told of one header, undici behind it, and neither
 * tokens nor limits, checks, deadlines, a log or a record. What is far below this row is out of reach with Apollo.
 */
const payments = undiciPayments(process.env['PROVIDER_URL'] ?? '');
const context = async (): Promise<Context> => ({ payments });

const apollo = new ApolloServer<Context>({
  typeDefs: readFileSync('schema/schema.graphql', 'utf8'),
  resolvers,
  csrfPrevention: false,
  plugins: [ApolloServerPluginCacheControlDisabled()],
});
await apollo.start();

const server = createServer((request, response) => {
  void answer(request, response).catch(() => response.destroy());
});
server.listen(Number(process.env['PORT']), '127.0.0.1');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new HeaderMap([['accept', request.headers.accept ?? '*/*']]);
  const body = JSON.parse(await textOf(request));
  const httpGraphQLRequest = { method: 'POST', headers, search: '', body };
  const { status = 200, body: answered } = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
  if (answered.kind !== 'complete') throw new Error('Nothing is asked for in pieces.');
  const text = answered.string;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.once('end', () => resolve(Buffer.concat(pieces).toString()));
    request.once('error', reject);
  });
}
