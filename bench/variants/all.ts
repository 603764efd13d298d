import { apollo } from './apollo.ts';
import { apolloAlone } from './apollo-alone.ts';
import { expressSdk } from './express-sdk.ts';
import { gateway } from './gateway.ts';
import { gatewayFortyMembers } from './gateway-forty-members.ts';
import { gatewayMoreTypes } from './gateway-more-types.ts';
import { gatewayWithoutRecord } from './gateway-without-record.ts';
import { hiveGateway } from './hive.ts';
import { mercurius } from './mercurius.ts';
import { mercuriusGuarded } from './mercurius-guarded.ts';
import { graphqlMesh } from './mesh.ts';
import { rawProxy } from './raw-proxy.ts';
import type { Variant } from './variant.ts';

/** Who is measured, in the order of the table; each beside `raw` unless it says whom. */
export const variants = {
  raw: rawProxy,
  gateway,
  'gateway-without-record': gatewayWithoutRecord,
  'gateway-forty-members': gatewayFortyMembers,
  'gateway-more-types': gatewayMoreTypes,
  mercurius,
  'mercurius-guarded': mercuriusGuarded,
  'apollo-alone': apolloAlone,
  apollo,
  mesh: graphqlMesh,
  hive: hiveGateway,
  'express-sdk': expressSdk,
} satisfies Record<string, Variant>;

export type VariantId = keyof typeof variants;
