import type { Mutant } from './mutant.ts';
import { mutantsOfAccount } from './mutants-of-account.ts';
import { mutantsOfProof } from './mutants-of-proof.ts';
import { mutantsOfRecord } from './mutants-of-record.ts';
import { mutantsOfShoppers } from './mutants-of-shoppers.ts';
import { mutantsOfTime } from './mutants-of-time.ts';

/** Every fault that is planted; each has to be caught. */
export const mutants: readonly Mutant[] = [
  ...mutantsOfProof,
  ...mutantsOfRecord,
  ...mutantsOfTime,
  ...mutantsOfAccount,
  ...mutantsOfShoppers,
];
