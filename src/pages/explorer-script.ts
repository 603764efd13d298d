import type { PublishedOperation } from './operations.ts';

/**
 * What the explorer runs in the browser before it shows itself. Altair has no setting for collections: it keeps them in a
 * database of the browser, into which they are put before it is opened. Version and stores are those of Altair 8.
 */
export function explorerScript(operations: readonly PublishedOperation[]): string {
  return `const collection = ${JSON.stringify(collectionOf(operations))};
const first = collection.queries.find(({ id }) => id === 'cancel-payment');
const endpoint = new URL('/graphql', location.href);
const socket = endpoint.href.replace(/^http/, 'ws');

function openStore() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('AltairDB', 50);
    opening.onupgradeneeded = () => {
      const create = (name, options) => opening.result.createObjectStore(name, options);
      const collections = create('queryCollections', { keyPath: 'id', autoIncrement: true });
      for (const name of ['title', 'parentPath']) collections.createIndex(name, name);
      create('appState', { keyPath: 'key' });
      create('selectedFiles', { keyPath: 'id' }).createIndex('windowId', 'windowId');
      create('localActionLogs', { keyPath: 'id', autoIncrement: true });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

async function keepCollection() {
  const store = await openStore();
  const change = store.transaction('queryCollections', 'readwrite');
  const queries = collection.queries.map((query) => ({ ...query, apiUrl: endpoint.href, subscriptionUrl: socket }));
  change.objectStore('queryCollections').put({ ...collection, queries });
  await new Promise((resolve, reject) => {
    change.oncomplete = resolve;
    change.onerror = () => reject(change.error);
  });
  store.close();
}

// A browser that keeps nothing shows the explorer without them.
await keepCollection().catch((error) => console.warn(error));

AltairGraphQL.init({
  endpointURL: endpoint.href,
  subscriptionsEndpoint: socket,
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  initialName: first.windowName,
  initialQuery: first.query,
  initialHeaders: { 'content-type': 'application/json' },
  initialSettings: { 'schema.reloadOnStart': true, 'alert.disableUpdateNotification': true, 'banners.disable': true },
  disableAccount: true,
});
`;
}

function collectionOf(operations: readonly PublishedOperation[]) {
  const storage = { storageType: 'local', created_at: 0, updated_at: 0 } as const;
  return {
    ...storage,
    id: 'cancellation-gateway',
    title: 'Cancellation gateway',
    workspaceId: 'local',
    parentPath: '',
    queries: operations.map(({ title, query }) => ({
      ...storage,
      id: title.replaceAll(' ', '-'),
      version: 1,
      type: 'window',
      windowName: title,
      query,
      variables: '{}',
      headers: [],
    })),
  };
}
