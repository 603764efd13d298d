import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isUnionType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { catalogueOf, type Entry, wireLine } from './catalogue.ts';
import { documented } from './documented.ts';
import { sandbox } from './sandbox.ts';
import { expectShopperTexts } from './shopper-texts.ts';

let world: World;
let entries: Entry[];
beforeAll(async () => {
  world = await startWorld();
  entries = await catalogueOf(world);
});
afterAll(() => world.close());

const contract = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
const unique = (values: Iterable<string>) => [...new Set(values)].sort();

function errorCodesOfContract(): string[] {
  const type = contract.getType('ErrorCode');
  return isEnumType(type) ? unique(type.getValues().map(({ name }) => name)) : [];
}

function errorMembersOfContract(...unions: string[]): string[] {
  const members = unions.flatMap((name) => {
    const type = contract.getType(name);
    return isUnionType(type) ? type.getTypes().map((member) => member.name) : [];
  });
  return unique(members.filter((name) => name.endsWith('Error')));
}

describe('the catalogue and the contract', () => {
  it('know the same codes', () => {
    expect(unique(entries.map(({ code }) => code))).toEqual(errorCodesOfContract());
  });

  it('know the same types', () => {
    const members = errorMembersOfContract('CancelPaymentError', 'CancelOrderError', 'PaymentResult', 'OrderResult');
    expect(unique(entries.map(({ typeName }) => typeName))).toEqual(members);
  });

  it('give every code one type', () => {
    const types = unique(entries.map(({ code, typeName }) => `${code} ${typeName}`));
    expect(types).toHaveLength(errorCodesOfContract().length);
  });

  it('let a cancel answer every type of its target', () => {
    for (const { target, type } of documented) {
      const union = target === 'payment' ? 'CancelPaymentError' : 'CancelOrderError';
      expect(errorMembersOfContract(union)).toContain(type);
    }
  });
});

describe('the catalogue and the documentation', () => {
  it('list the same answers of the providers', () => {
    const written = documented.map(({ provider, status, wireCode, errorCode }) =>
      wireLine({ provider, upstreamHttpStatus: status, upstreamCode: wireCode }, errorCode),
    );
    const listed = entries.filter(({ provider }) => provider !== null);
    expect(listed.map((entry) => wireLine(entry, entry.code)).sort()).toEqual(written.sort());
  });

  it('say the same about type and next action', () => {
    for (const { provider, status, wireCode, ...row } of documented) {
      const entry = entries.find(
        (one) => one.provider === provider && one.upstreamHttpStatus === status && one.upstreamCode === wireCode,
      );
      expect(entry, `${status} / ${wireCode}`).toMatchObject({ typeName: row.type, nextAction: row.nextAction });
    }
  });

  it('have a page for every provider answer, and for no other error', () => {
    for (const { provider, docsUrl } of entries) {
      if (provider === null) expect(docsUrl).toBeNull();
      else expect(docsUrl).toMatch(/^https:\/\/(www\.mercadopago\.com|developers\.vtex\.com)\//);
    }
  });
});

it('every entry has words for developers and, in three languages, for shoppers', () => {
  for (const { code, upstreamCode, description, en, es, pt } of entries) {
    expect(description.length).toBeGreaterThan(10);
    expectShopperTexts({ en, es, pt }, [code, upstreamCode]);
  }
});

/** Codes of the sandbox that no page lists: they show what becomes of an answer nobody wrote down. */
const unlisted = [
  ...['2063', '3002', '3999', 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', 'forbidden', 'payment-not-found'],
  ...['idempotency_validation_failed', 'resource_locked', 'unlisted_reason', 'unprocessable_entity'],
];

describe('the catalogue and the sandbox', () => {
  it('know the same codes, but for those that are unlisted on purpose', () => {
    const listed = new Set(entries.map(({ upstreamCode }) => upstreamCode?.toLowerCase()));
    const codes = sandboxIds.flatMap(({ code }) => (code === null || code.startsWith('ERR-') ? [] : [code]));
    expect(unique(codes.filter((code) => !listed.has(code.toLowerCase())))).toEqual(unlisted.sort());
  });

  it('bring every error that a provider can bring about', () => {
    const brought = new Set(sandbox.map(([, , , , errorCode]) => errorCode));
    const never = entries.filter(({ provider, code }) => provider !== null && !brought.has(code));
    expect(never).toEqual([]);
  });

  it('name no sandbox id where no sandbox runs', () => {
    expect(entries.filter(({ sandboxId }) => sandboxId !== null)).toEqual([]);
  });
});
