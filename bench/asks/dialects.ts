import { composed } from './composed.ts';
import { contract } from './contract.ts';
import { provider } from './provider.ts';
import { rest } from './rest.ts';

export const dialects = { provider, rest, contract, composed };

export type DialectName = keyof typeof dialects;
