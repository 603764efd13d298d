import * as apolloCancel from '../../examples/clients/apollo-client/cancel.ts';
import { connect as connectApollo } from '../../examples/clients/apollo-client/client.ts';
import * as packageCancel from '../../examples/clients/graphql-request/cancel.ts';
import { connect as connectPackage } from '../../examples/clients/graphql-request/client.ts';
import type { KeptKey, KeptKeys } from '../../examples/clients/kept-keys.ts';
import * as relayCancel from '../../examples/clients/relay/cancel.ts';
import { connect as connectRelay } from '../../examples/clients/relay/environment.ts';
import * as urqlCancel from '../../examples/clients/urql/cancel.ts';
import { connect as connectUrql } from '../../examples/clients/urql/client.ts';

/** What survives the app. */
export class Kept implements KeptKeys {
  readonly keys = new Map<string, KeptKey>();
  keyOf = async (paymentId: string) => this.keys.get(paymentId) ?? null;
  keep = async (paymentId: string, key: KeptKey) => void this.keys.set(paymentId, key);
  forget = async (paymentId: string) => void this.keys.delete(paymentId);
}

const token = async () => 'none is needed here';

/** The code on the page of a client. */
export interface Example {
  readonly name: string;
  /** A new start of the app. */
  start(url: string): App;
}

interface App {
  cancel(keys: KeptKeys, paymentId: string): Promise<Known>;
  resume(keys: KeptKeys, paymentId: string): Promise<Known | null>;
}

interface Known {
  readonly outcome: string;
  readonly nextAction: string;
}

export const examples: readonly Example[] = [
  {
    name: 'Apollo Client',
    start(url) {
      const client = connectApollo(url, token);
      return {
        cancel: (keys, paymentId) => apolloCancel.cancel(client, keys, paymentId),
        resume: (keys, paymentId) => apolloCancel.resume(client, keys, paymentId),
      };
    },
  },
  {
    name: 'urql',
    start(url) {
      const client = connectUrql(url, token);
      return {
        cancel: (keys, paymentId) => urqlCancel.cancel(client, keys, paymentId),
        resume: (keys, paymentId) => urqlCancel.resume(client, keys, paymentId),
      };
    },
  },
  {
    name: 'graphql-request',
    start(url) {
      const client = connectPackage(url, token);
      return {
        cancel: (keys, paymentId) => packageCancel.cancel(client, keys, paymentId),
        resume: (keys, paymentId) => packageCancel.resume(client, keys, paymentId),
      };
    },
  },
  {
    name: 'Relay',
    start(url) {
      const environment = connectRelay(url, token);
      return {
        cancel: (keys, paymentId) => relayCancel.cancel(environment, keys, paymentId),
        resume: (keys, paymentId) => relayCancel.resume(environment, keys, paymentId),
      };
    },
  },
];
