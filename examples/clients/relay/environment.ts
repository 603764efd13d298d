import type { FetchFunction, GraphQLResponse, SubscribeFunction } from 'relay-runtime';
import { Environment, Network, Observable, RecordSource, Store } from 'relay-runtime';
import { pause } from '../kept-keys.ts';
import { liveSocket } from '../live-socket.ts';
import { steadyFetch } from '../steady-fetch.ts';

export function connect(url: string, freshToken: () => Promise<string>): Environment {
  const socket = liveSocket(url, freshToken);
  const fetch = steadyFetch(freshToken);

  const send: FetchFunction = async ({ id, text }, variables) => {
    const document = id ? { extensions: persisted(id) } : { query: text };
    // What is sent again is the same body: the key is one of the variables.
    const body = JSON.stringify({ ...document, variables });
    for (let tries = 1; ; tries += 1) {
      try {
        const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        return (await response.json()) as GraphQLResponse;
      } catch (error) {
        if (tries === 4) throw error;
        await pause(250 * 2 ** tries);
      }
    }
  };
  const subscribe: SubscribeFunction = ({ id, text }, variables) =>
    Observable.create((sink) =>
      socket.subscribe(
        { query: text ?? '', variables, ...(id && { extensions: persisted(id) }) },
        { ...sink, next: (answer) => sink.next(answer as GraphQLResponse) },
      ),
    );

  return new Environment({
    network: Network.create(send, subscribe),
    store: new Store(new RecordSource()),
    getDataID: recordId,
  });
}

/** With `persistConfig` an operation has an id, and no text. */
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

/** A payment and a refund may have the same id: it finds a record only together with the type. */
export function recordId(fields: Record<string, unknown>, type: string): string | null {
  return fields['id'] === undefined ? null : `${type}:${fields['id']}`;
}
