import { commitMutation, type Environment, fetchQuery, graphql, requestSubscription } from 'relay-runtime';
import { isFinal, type KeptKeys, keyFor, pause } from '../kept-keys.ts';
import type { cancelFollowQuery } from './__generated__/cancelFollowQuery.graphql.ts';
import type { cancelFollowSubscription } from './__generated__/cancelFollowSubscription.graphql.ts';
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

/** Called again for the same payment, after a lost answer or a new start of the app, it sends the same key. */
export async function cancel(environment: Environment, keys: KeptKeys, paymentId: string) {
  const idempotencyKey = await keyFor(paymentId, keys);
  const { cancelPayment: answer } = await send(environment, { input: { paymentId, idempotencyKey } });
  if (!answer) throw new Error('No answer came. The key is kept: cancel again.');
  const known = answer.nextAction === 'WAIT' ? await follow(environment, answer.cancellation?.id ?? '') : answer;
  if (isFinal(known)) await keys.forget(paymentId);
  return known;
}

function send(environment: Environment, variables: cancelPaymentMutation['variables']) {
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
