/**
 * @generated SignedSource<<335e5d94d448e4ca8a1fd8477f7f29ef>>
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
    readonly settled: boolean;
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
  "name": "settled",
  "storageKey": null
},
v6 = {
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
          (v5/*:: as any*/),
          (v6/*:: as any*/)
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
          (v6/*:: as any*/),
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
    "cacheID": "a06df6c4673b04e29bcebfe67e91cb8d",
    "id": null,
    "metadata": {},
    "name": "cancelFollowQuery",
    "operationKind": "query",
    "text": "query cancelFollowQuery(\n  $id: ID!\n) {\n  cancellation(id: $id) {\n    outcome\n    nextAction\n    retryAfterMs\n    settled\n    userMessage\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "aa4fdb5852a95bdbb7c729de0433f0a7";

export default node;
