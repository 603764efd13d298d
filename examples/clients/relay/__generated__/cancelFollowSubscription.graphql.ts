/**
 * @generated SignedSource<<7b309d252dcf9faad8d851081246076d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type CancellationOutcome = "CANCELLED" | "NOT_CANCELLED" | "PENDING" | "UNKNOWN" | "%future added value";
export type NextAction = "CANCEL_MANUALLY" | "CONTACT_SUPPORT" | "FIX_CREDENTIALS" | "FIX_INPUT" | "NOTHING" | "REFUND" | "RETRY_NEW_KEY" | "RETRY_SAME_KEY" | "WAIT" | "%future added value";
export type cancelFollowSubscription$variables = {
  id: string;
};
export type cancelFollowSubscription$data = {
  readonly cancellationUpdated: {
    readonly nextAction: NextAction;
    readonly outcome: CancellationOutcome;
    readonly retryAfterMs: number | null | undefined;
    readonly settled: boolean;
    readonly userMessage: string;
  };
};
export type cancelFollowSubscription = {
  response: cancelFollowSubscription$data;
  variables: cancelFollowSubscription$variables;
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
    "name": "cancelFollowSubscription",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "Cancellation",
        "kind": "LinkedField",
        "name": "cancellationUpdated",
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
    "type": "Subscription",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "cancelFollowSubscription",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "Cancellation",
        "kind": "LinkedField",
        "name": "cancellationUpdated",
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
    "cacheID": "c0c93e23c44a45fcb01cccb9bfe5be5d",
    "id": null,
    "metadata": {},
    "name": "cancelFollowSubscription",
    "operationKind": "subscription",
    "text": "subscription cancelFollowSubscription(\n  $id: ID!\n) {\n  cancellationUpdated(id: $id) {\n    outcome\n    nextAction\n    retryAfterMs\n    settled\n    userMessage\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "9f910c272d9cc09fa016928011cfae42";

export default node;
