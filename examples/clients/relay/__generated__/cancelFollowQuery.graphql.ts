/**
 * @generated SignedSource<<98d97fe8d057e98aa65c622c4f201a3e>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type CancellationOutcome = "CANCELLED" | "NOT_CANCELLED" | "PENDING" | "UNKNOWN" | "%future added value";
export type NextAction = "CANCEL_MANUALLY" | "CONTACT_SUPPORT" | "FIX_CREDENTIALS" | "FIX_INPUT" | "NOTHING" | "REFUND" | "RETRY_NEW_KEY" | "RETRY_SAME_KEY" | "WAIT" | "%future added value";
export type cancelFollowQuery$variables = {
  id: string;
};
export type cancelFollowQuery$data = {
  readonly cancellation: {
    readonly nextAction: NextAction;
    readonly outcome: CancellationOutcome;
    readonly retryAfterMs: number | null | undefined;
    readonly userMessage: string;
  } | null | undefined;
};
export type cancelFollowQuery = {
  response: cancelFollowQuery$data;
  variables: cancelFollowQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "id"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "id",
    "variableName": "id"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "outcome",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "nextAction",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "retryAfterMs",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "userMessage",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "cancelFollowQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "Cancellation",
        "kind": "LinkedField",
        "name": "cancellation",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          (v3/*:: as any*/),
          (v4/*:: as any*/),
          (v5/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "cancelFollowQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "Cancellation",
        "kind": "LinkedField",
        "name": "cancellation",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          (v3/*:: as any*/),
          (v4/*:: as any*/),
          (v5/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "id",
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "af0a53f01c2b564c1d1bdaa684498f23",
    "id": null,
    "metadata": {},
    "name": "cancelFollowQuery",
    "operationKind": "query",
    "text": "query cancelFollowQuery(\n  $id: ID!\n) {\n  cancellation(id: $id) {\n    outcome\n    nextAction\n    retryAfterMs\n    userMessage\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "0f9c7e1e7dfb158e7f4f9daf9158c675";

export default node;
