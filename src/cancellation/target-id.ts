import type { Operation } from './errors.ts';
import { type Failure, failure } from './failure.ts';
import type { TargetRequest } from './gateway.ts';
import { codesOf } from './kind-codes.ts';
import type { ProviderAdapter, ProviderDefinition, TargetRules } from './provider.ts';
import type { ProviderId, Target, TargetKind } from './target.ts';

/** A provider's definition, with its adapter where it is configured. */
export interface KnownProvider {
  readonly definition: ProviderDefinition;
  readonly adapter: ProviderAdapter | null;
}

/** A target whose provider is known, can do what is asked, and is configured. */
export interface ResolvedTarget {
  readonly target: Target;
  readonly rules: TargetRules;
  readonly adapter: ProviderAdapter;
}

/** Finds the provider of an id by its form, or checks the id against the provider that the caller names. */
export function resolveTarget(
  providers: readonly KnownProvider[],
  request: TargetRequest,
  operation: Operation,
): ResolvedTarget | Failure {
  const asked = providers.filter(({ definition }) => [null, definition.id].includes(request.provider));
  const able = asked.flatMap((provider) => withRules(provider, request.kind));
  if (able.length === 0) return failure('OPERATION_NOT_SUPPORTED');

  const fitting = able.flatMap(({ provider, rules }) => {
    const id = rules.id.spell(request.id);
    return id === null ? [] : [{ provider, rules, target: targetOf(request.kind, provider.definition.id, id) }];
  })[0];
  if (fitting === undefined) {
    const expected = able.map(({ rules }) => rules.id.expected).join(', or ');
    return failure(codesOf[request.kind].invalidId, null, { expected });
  }

  const { provider, rules, target } = fitting;
  if (operation === 'read' && !rules.readable) return failure('OPERATION_NOT_SUPPORTED');
  if (provider.adapter === null) return failure('PROVIDER_NOT_CONFIGURED');
  return { target, rules, adapter: provider.adapter };
}

function withRules(provider: KnownProvider, kind: TargetKind) {
  const rules = provider.definition.targets[kind];
  return rules === undefined ? [] : [{ provider, rules }];
}

function targetOf(kind: TargetKind, provider: ProviderId, id: string): Target {
  return { kind, provider, id };
}
