import { readFileSync } from 'node:fs';
import { RESTDataSource } from '@apollo/datasource-rest';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { GraphQLError } from 'graphql';
import { type Answer, type Context, type PaymentsApi, resolvers } from './contract-resolvers.ts';

/** The build that Apollo's own guide ends with: Apollo Server, and a `RESTDataSource` per request. */
class PaymentsDataSource extends RESTDataSource implements PaymentsApi {
  override baseURL = process.env['PROVIDER_URL'] ?? '';

  read(id: string): Promise<Answer> {
    return this.#answer(this.get(`/v1/payments/${id}`, { headers }));
  }

  cancel(id: string, key: string): Promise<Answer> {
    const request = { body: { status: 'cancelled' }, headers: { ...headers, 'x-idempotency-key': key } };
    return this.#answer(this.put(`/v1/payments/${id}`, request));
  }

  async #answer(body: Promise<Answer['body']>): Promise<Answer> {
    try {
      return { status: 200, body: await body };
    } catch (error) {
      const response = error instanceof GraphQLError ? error.extensions['response'] : null;
      if (isAnswer(response)) return response;
      throw error;
    }
  }
}

const headers = { authorization: 'Bearer TEST-bench' };

function isAnswer(response: unknown): response is Answer {
  return typeof response === 'object' && response !== null && 'status' in response && 'body' in response;
}

const server = new ApolloServer<Context>({ typeDefs: readFileSync('schema/schema.graphql', 'utf8'), resolvers });
await startStandaloneServer(server, {
  listen: { port: Number(process.env['PORT']), host: '127.0.0.1' },
  context: async () => ({ payments: new PaymentsDataSource() }),
});
