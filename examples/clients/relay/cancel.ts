import { commitMutation, type Environment, fetchQuery, graphql, requestSubscription } from 'relay-runtime';
import { isFinal, isLate, type KeptKeys, keyFor, pause } from '../kept-keys.ts';
import type { cancelFollowQuery } from './__generated__/cancelFollowQuery.graphql.ts';
import type { cancelFollowSubscription } from './__generated__/cancelFollowSubscription.graphql.ts';
import type { cancelLookQuery } from './__generated__/cancelLookQuery.graphql.ts';
import type { cancelPaymentMutation } from './__generated__/cancelPaymentMutation.graphql.ts';

const mutation = graphql`
  mutation cancelPaymentMutation($input: CancelPaymentInput!) {
    cancelPayment(input: $input) {
      outcome
      nextAction
      retryAfterMs
      userMessage
      cancellation {
        id
        settled
      }
      payment {
        id
        status
        cancelEligibility {
          allowed
          effect
          reason
        }
      }
    }
  }
`;

const query = graphql`
  query cancelFollowQuery($id: ID!) {
    cancellation(id: $id) {
      outcome
      nextAction
      retryAfterMs
      settled
      userMessage
    }
  }
`;

// Without the directive a field that could not be answered would read like one that is null.
const queryByKey = graphql`
  query cancelLookQuery($idempotencyKey: String!) @throwOnFieldError {
    cancellationByKey(idempotencyKey: $idempotencyKey) {
      id
      outcome
      nextAction
      retryAfterMs
      settled
      userMessage
    }
  }
`;

const subscription = graphql`
  subscription cancelFollowSubscription($id: ID!) {
    cancellationUpdated(id: $id) {
      outcome
      nextAction
      retryAfterMs
      settled
      userMessage
    }
  }
`;

/** A person asks for it. Called again for the same payment, after a lost answer, it sends the same key. */
export async function cancel(environment: Environment, keys: KeptKeys, paymentId: string) {
  const known = await send(environment, paymentId, await keyFor(paymentId, keys));
  if (isFinal(known)) await keys.forget(paymentId);
  return known;
}

/** At every start of the app, for each payment with a key. Null where there is nothing to tell, and no key any more. */
export async function resume(environment: Environment, keys: KeptKeys, paymentId: string) {
  const kept = await keys.keyOf(paymentId);
  if (kept === null) return null;
  const { idempotencyKey } = kept;
  const known = await (isLate(kept) ? look(environment, idempotencyKey) : send(environment, paymentId, idempotencyKey));
  if (known === null || isFinal(known)) await keys.forget(paymentId);
  return known;
}

async function send(environment: Environment, paymentId: string, idempotencyKey: string) {
  const { cancelPayment: answer } = await commit(environment, { input: { paymentId, idempotencyKey } });
  if (!answer) throw new Error('No answer came. The key is kept: cancel again.');
  return answer.nextAction === 'WAIT' ? follow(environment, answer.cancellation?.id ?? '') : answer;
}

/** Null where the gateway has no record of the key. */
async function look(environment: Environment, idempotencyKey: string) {
  const data = await fetchQuery<cancelLookQuery>(environment, queryByKey, { idempotencyKey }).toPromise();
  const found = data?.cancellationByKey ?? null;
  return found?.nextAction === 'WAIT' ? follow(environment, found.id) : found;
}

function commit(environment: Environment, variables: cancelPaymentMutation['variables']) {
  return new Promise<cancelPaymentMutation['response']>((resolve, reject) => {
    commitMutation<cancelPaymentMutation>(environment, {
      mutation,
      variables,
      onCompleted: resolve,
      onError: reject,
    });
  });
}

/** Is told the present state first, then each change. Where the socket does not come back, it asks. */
export async function follow(environment: Environment, id: string) {
  return (await told(environment, id)) ?? ask(environment, id);
}

function told(environment: Environment, id: string) {
  return new Promise<cancelFollowSubscription['response']['cancellationUpdated'] | null>((resolve) => {
    const followed = requestSubscription<cancelFollowSubscription>(environment, {
      subscription,
      variables: { id },
      onNext(data) {
        if (!data || data.cancellationUpdated.nextAction === 'WAIT') return;
        resolve(data.cancellationUpdated);
        followed.dispose();
      },
      onError: () => resolve(null),
      onCompleted: () => resolve(null),
    });
  });
}

/** `fetchQuery` always asks the network. */
async function ask(environment: Environment, id: string) {
  for (;;) {
    const data = await fetchQuery<cancelFollowQuery>(environment, query, { id }).toPromise();
    const known = data?.cancellation;
    if (!known) throw new Error('There is no such cancellation.');
    if (known.nextAction !== 'WAIT') return known;
    await pause(known.retryAfterMs ?? 2_000);
  }
}
