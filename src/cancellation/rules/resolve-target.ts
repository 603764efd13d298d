import type { Operation } from '../errors/catalogue.ts';
import { type Failure, failure } from '../errors/failure.ts';
import { codesOf } from '../errors/kind-codes.ts';
import type { TargetRequest } from '../gateway.ts';
import type { Provider, ProviderAdapter, TargetRules } from '../provider.ts';
import type { Target } from '../target/target.ts';

/** A provider's definition, with its adapter where it is configured. */
export interface KnownProvider {
  readonly definition: Provider;
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
  const named = nameTarget(providers, request);
  if ('code' in named) return named;
  const { target, rules, adapter } = named;
  if (operation === 'read' && !rules.readable) return failure('OPERATION_NOT_SUPPORTED');
  return adapter === null ? failure('PROVIDER_NOT_CONFIGURED') : { target, rules, adapter };
}

/** The target of a request in its provider's canonical form, or why there can be none. */
export function nameTarget(providers: readonly KnownProvider[], { kind, id, provider }: TargetRequest) {
  const able = providers.flatMap(({ definition, adapter }) => {
    const rules = definition.targets[kind];
    const isAsked = provider === null || provider === definition.id;
    return isAsked && rules !== undefined ? [{ provider: definition.id, adapter, rules }] : [];
  });
  if (able.length === 0) return failure('OPERATION_NOT_SUPPORTED');

  const [fitting] = able.flatMap((candidate) => {
    const canonical = candidate.rules.id.canonicalize(id);
    const target: Target = { kind, provider: candidate.provider, id: canonical ?? id };
    return canonical === null ? [] : [{ target, rules: candidate.rules, adapter: candidate.adapter }];
  });
  const expected = able.map(({ rules }) => rules.id.expected).join(', or ');
  return fitting ?? failure(codesOf[kind].invalidId, null, { expected });
}
