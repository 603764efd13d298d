import type { World } from '../world.ts';
import type { ShopperTexts } from './scene.ts';
import { texts } from './scene.ts';

export interface Entry extends ShopperTexts {
  readonly code: string;
  readonly typeName: string;
  readonly provider: 'MERCADO_PAGO' | 'VTEX' | null;
  readonly upstreamHttpStatus: number | null;
  readonly upstreamCode: string | null;
  readonly nextAction: string;
  readonly description: string;
  readonly docsUrl: string | null;
  readonly sandboxId: string | null;
}

const query = `{ errorCatalog {
  code typeName provider upstreamHttpStatus upstreamCode nextAction description ${texts} docsUrl sandboxId
} }`;

/** The catalogue as a client gets it. */
export async function catalogueOf(gateway: Pick<World, 'ask'>): Promise<Entry[]> {
  return (await gateway.ask<{ errorCatalog: Entry[] }>(query)).errorCatalog;
}

/** One documented error, told by what is on the wire. */
export function wireLine(
  { provider, upstreamHttpStatus, upstreamCode }: Pick<Entry, 'provider' | 'upstreamHttpStatus' | 'upstreamCode'>,
  code: string,
): string {
  return `${provider} ${upstreamHttpStatus} / ${upstreamCode ?? 'any other code'}: ${code}`;
}
