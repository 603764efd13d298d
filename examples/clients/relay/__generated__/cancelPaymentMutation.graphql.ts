/**
 * @generated SignedSource<<e24bb570ce8d1ba272bad8767773d1a4>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type CancelEffect = "ENDS_ATTEMPT" | "NEEDS_REFUND" | "NO_EFFECT" | "RELEASES_HOLD" | "UNKNOWN" | "%future added value";
export type CancelReason = "DUPLICATE" | "FRAUD" | "OTHER" | "OUT_OF_STOCK" | "PAYMENT_EXPIRED" | "REQUESTED_BY_CUSTOMER" | "STAFF_ERROR" | "%future added value";
export type CancellationOutcome = "CANCELLED" | "NOT_CANCELLED" | "PENDING" | "UNKNOWN" | "%future added value";
export type ErrorCode = "ACCESS_TOKEN_INVALID" | "ACCESS_TOKEN_MISSING" | "CANCEL_THE_ORDER" | "IDEMPOTENCY_KEY_ALREADY_USED" | "IDEMPOTENCY_KEY_IN_PROGRESS" | "IDEMPOTENCY_KEY_REQUIRED" | "INTERNAL_ERROR" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_ORDER_ID" | "INVALID_PAYMENT_ID" | "INVALID_STATUS_FOR_UPDATE" | "LIVE_CREDENTIALS_NOT_ALLOWED" | "MANUAL_CANCELLATION_REQUIRED" | "OPERATION_NOT_SUPPORTED" | "ORDER_ALREADY_CANCELLED" | "ORDER_NOT_CANCELLABLE" | "ORDER_NOT_FOUND" | "OUTCOME_UNKNOWN" | "PAYMENT_ALREADY_CANCELLED" | "PAYMENT_NOT_CANCELLABLE" | "PAYMENT_NOT_FOUND" | "PROVIDER_DECLINED" | "PROVIDER_FORBIDDEN" | "PROVIDER_INTERNAL_ERROR" | "PROVIDER_NOT_CONFIGURED" | "PROVIDER_RATE_LIMITED" | "PROVIDER_UNREACHABLE" | "STATUS_REQUIRED" | "TEST_CREDENTIALS_NOT_SUPPORTED" | "UNEXPECTED_PROVIDER_RESPONSE" | "UNRECOGNIZED_PROVIDER_ERROR" | "%future added value";
export type NextAction = "CANCEL_MANUALLY" | "CONTACT_SUPPORT" | "FIX_CREDENTIALS" | "FIX_INPUT" | "NOTHING" | "REFUND" | "RETRY_NEW_KEY" | "RETRY_SAME_KEY" | "WAIT" | "%future added value";
export type PaymentStatus = "APPROVED" | "AUTHORIZED" | "CANCELLED" | "CHARGED_BACK" | "IN_MEDIATION" | "IN_PROCESS" | "PENDING" | "REFUNDED" | "REJECTED" | "UNRECOGNIZED" | "%future added value";
export type Provider = "MERCADO_PAGO" | "VTEX" | "%future added value";
export type CancelPaymentInput = {
  authorizationId?: string | null | undefined;
  expiresInSeconds?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
  paymentId: string;
  provider?: Provider | null | undefined;
  reason?: CancelReason | null | undefined;
};
export type cancelPaymentMutation$variables = {
  input: CancelPaymentInput;
};
export type cancelPaymentMutation$data = {
  readonly cancelPayment: {
    readonly cancellation: {
      readonly id: string;
      readonly settled: boolean;
    } | null | undefined;
    readonly nextAction: NextAction;
    readonly outcome: CancellationOutcome;
    readonly payment: {
      readonly cancelEligibility: {
        readonly allowed: boolean;
        readonly effect: CancelEffect;
        readonly reason: ErrorCode | null | undefined;
      };
      readonly id: string;
      readonly status: PaymentStatus;
    } | null | undefined;
    readonly retryAfterMs: number | null | undefined;
    readonly userMessage: string;
  } | null | undefined;
};
export type cancelPaymentMutation = {
  response: cancelPaymentMutation$data;
  variables: cancelPaymentMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v2 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "CancelPaymentPayload",
    "kind": "LinkedField",
    "name": "cancelPayment",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "outcome",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "nextAction",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "retryAfterMs",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "userMessage",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "Cancellation",
        "kind": "LinkedField",
        "name": "cancellation",
        "plural": false,
        "selections": [
          (v1/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "settled",
            "storageKey": null
          }
        ],
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": "Payment",
        "kind": "LinkedField",
        "name": "payment",
        "plural": false,
        "selections": [
          (v1/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "status",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "CancelEligibility",
            "kind": "LinkedField",
            "name": "cancelEligibility",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "allowed",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "effect",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "reason",
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "cancelPaymentMutation",
    "selections": (v2/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "cancelPaymentMutation",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "cacheID": "9cdf09f79ee22ed8f2383874c7beb18d",
    "id": null,
    "metadata": {},
    "name": "cancelPaymentMutation",
    "operationKind": "mutation",
    "text": "mutation cancelPaymentMutation(\n  $input: CancelPaymentInput!\n) {\n  cancelPayment(input: $input) {\n    outcome\n    nextAction\n    retryAfterMs\n    userMessage\n    cancellation {\n      id\n      settled\n    }\n    payment {\n      id\n      status\n      cancelEligibility {\n        allowed\n        effect\n        reason\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "70aa19ad8c123148f581ae99e7404691";

export default node;
