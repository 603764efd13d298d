import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { print, visit } from 'graphql';
import {
  type ConcreteRequest,
  commitMutation,
  Environment,
  fetchQuery,
  type GraphQLResponse,
  Network,
  RecordSource,
  Store,
} from 'relay-runtime';
import { recordId } from '../../examples/clients/relay/environment.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import type { Contract, Operation } from './contract.ts';
import type { RealClient, Variables } from './real-client.ts';

const require = createRequire(import.meta.url);

export const relay: RealClient = {
  name: 'Relay',
  async connect(contract, operations, url, fetch) {
    const compiled = await compile(contract, operations);
    const environment = new Environment({
      network: Network.create(async ({ text }, variables) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: text, variables }),
        });
        return response.json() as Promise<GraphQLResponse>;
      }),
      store: new Store(new RecordSource()),
      getDataID: recordId,
    });
    return {
      send({ name, kind, defaults }, given) {
        const request = compiled(name);
        const variables = { ...defaults, ...given };
        if (kind === 'query') return fetchQuery(environment, request, variables).toPromise();
        return sendWith(environment, request, variables);
      },
      stop: () => undefined,
    };
  },
};

export function sendWith(environment: Environment, mutation: ConcreteRequest, variables: Variables): Promise<unknown> {
  return new Promise((resolve, reject) => {
    commitMutation(environment, { mutation, variables, onCompleted: resolve, onError: reject });
  });
}

/** The module of an operation. */
export type Compiled = (name: string) => ConcreteRequest;

/** Has the compiler make modules of the operations, with the configuration of the page. */
export async function compile(contract: Contract, operations: readonly Operation[]): Promise<Compiled> {
  return modulesIn(temporaryDirectory('relay'), contract, operations);
}

/** The same with `persistConfig`, and what it writes. */
export async function compilePersisted(contract: Contract, operations: readonly Operation[]) {
  const directory = temporaryDirectory('relay-persisted');
  const file = join(directory, 'persisted.json');
  writeFileSync(file, '{}');
  const persistConfig = { file: './persisted.json', algorithm: 'SHA256' };
  const compiled = await modulesIn(directory, contract, operations, { persistConfig });
  return { compiled, persisted: JSON.parse(readFileSync(file, 'utf8')) as Record<string, string> };
}

async function modulesIn(
  directory: string,
  contract: Contract,
  operations: readonly Operation[],
  more: object = {},
): Promise<Compiled> {
  mkdirSync(join(directory, 'src'));
  writeFileSync(join(directory, 'schema.graphql'), contract.text);
  for (const operation of operations) {
    const name = relayName(operation);
    writeFileSync(join(directory, 'src', `${name}.js`), `graphql\`${print(renamed(operation, name))}\`;\n`);
  }
  writeFileSync(
    join(directory, 'relay.config.json'),
    JSON.stringify({
      src: './src',
      schema: './schema.graphql',
      language: 'javascript',
      eagerEsModules: false,
      ...more,
    }),
  );
  await promisify(execFile)(require('relay-compiler'), [], { cwd: directory });
  return (name: string): ConcreteRequest => {
    const operation = operations.find((one) => one.name === name);
    if (operation === undefined) throw new Error(`${name} was not compiled.`);
    return require(join(directory, 'src', '__generated__', `${relayName(operation)}.graphql.js`));
  };
}

/** Relay wants the kind at the end of the name, and no default for a variable that may not be null. */
const relayName = ({ name, kind }: Operation) => `${name}${kind[0]?.toUpperCase()}${kind.slice(1)}`;
const renamed = ({ document }: Operation, name: string) =>
  visit(document, {
    OperationDefinition: (node) => ({ ...node, name: { ...node.name, value: name } }),
    VariableDefinition: ({ defaultValue: _, ...node }) => node,
  });
