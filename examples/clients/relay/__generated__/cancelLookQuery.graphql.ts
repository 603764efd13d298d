/**
 * @generated SignedSource<<96692422aceada23f8cd5ca53fdd64bd>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type CancellationOutcome = "CANCELLED" | "NOT_CANCELLED" | "PENDING" | "UNKNOWN" | "%future added value";
export type NextAction = "CANCEL_MANUALLY" | "CONTACT_SUPPORT" | "FIX_CREDENTIALS" | "FIX_INPUT" | "NOTHING" | "REFUND" | "RETRY_NEW_KEY" | "RETRY_SAME_KEY" | "WAIT" | "%future added value";
export type cancelLookQuery$variables = {
  idempotencyKey: string;
};
export type cancelLookQuery$data = {
  readonly cancellationByKey: {
    readonly id: string;
    readonly nextAction: NextAction;
    readonly outcome: CancellationOutcome;
    readonly retryAfterMs: number | null | undefined;
    readonly settled: boolean;
    readonly userMessage: string;
  } | null | undefined;
};
export type cancelLookQuery = {
  response: cancelLookQuery$data;
  variables: cancelLookQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "idempotencyKey"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "idempotencyKey",
        "variableName": "idempotencyKey"
      }
    ],
    "concreteType": "Cancellation",
    "kind": "LinkedField",
    "name": "cancellationByKey",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "id",
        "storageKey": null
      },
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
        "name": "settled",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "userMessage",
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
    "metadata": {
      "throwOnFieldError": true
    },
    "name": "cancelLookQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "cancelLookQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "c3437180563a5436f0f24dad1e7e0d31",
    "id": null,
    "metadata": {},
    "name": "cancelLookQuery",
    "operationKind": "query",
    "text": "query cancelLookQuery(\n  $idempotencyKey: String!\n) {\n  cancellationByKey(idempotencyKey: $idempotencyKey) {\n    id\n    outcome\n    nextAction\n    retryAfterMs\n    settled\n    userMessage\n  }\n}\n"
  }
};
})();

(node as any).hash = "1c349259b09dca32100c1b8c47f7bc14";

export default node;
