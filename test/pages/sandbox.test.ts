import { type OperationDefinitionNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { explorerDocument, explorerVariablesFor } from '../../src/graphql/server/explorer-document.ts';
import { startWorld, type World } from '../world.ts';

const targets = { paymentId: freshIds.MERCADO_PAGO.payment(41), orderId: freshIds.MERCADO_PAGO.order(41) };
const operations = parse(explorerDocument).definitions.map(
  (definition) => (definition as OperationDefinitionNode).name?.value ?? '',
);

let world: World;
beforeAll(async () => {
  world = await startWorld({ explorerTargets: targets });
});
afterAll(() => world.close());

it('is prefilled with a cancel first, and with every other main case', () => {
  expect(operations).toEqual(['CancelPayment', 'CancelOrder', 'CanItBeCancelled', 'WhatBecameOfIt']);
});

describe('Apollo Sandbox', () => {
  it('opens with the document, its variables and the header that is needed', async () => {
    const page = await (await fetch(world.url, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain(targets.paymentId);
    expect(page).toContain('WhatBecameOfIt');
    expect(page).toContain('content-type');
  });

  it.each(operations)('has %s run as it stands', async (operationName) => {
    const { data, errors } = await run(operationName);
    expect(errors).toBeUndefined();
    if (operationName === 'CancelPayment') expect(data['cancelPayment']?.outcome).toBe('CANCELLED');
    if (operationName === 'WhatBecameOfIt') expect(data['cancellationByKey']?.outcome).toBe('CANCELLED');
  });

  it('has room for one more operation', async () => {
    const { data, errors } = await run('Mine', `${explorerDocument} query Mine { errorCatalog { code } }`);
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('errorCatalog');
  });
});

interface Ran {
  readonly data: Record<string, { outcome?: string }>;
  readonly errors?: unknown;
}

async function run(operationName: string, query = explorerDocument): Promise<Ran> {
  const response = await fetch(world.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: explorerVariablesFor(targets), operationName }),
  });
  return response.json() as Promise<Ran>;
}
