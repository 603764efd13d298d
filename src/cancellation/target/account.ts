/** A provider's own id of the merchant's account that credentials open. */
export type Account = string;

/** Of an account that nobody could ask for. */
export const unknownAccount: Account = '';

/** Whether two accounts may be one: of what is not known nothing can be said. */
export function areCompatible(one: Account, other: Account): boolean {
  return one === other || one === unknownAccount || other === unknownAccount;
}

/** The one of two compatible accounts that is known, if any is. */
export function knownOf(one: Account, other: Account): Account {
  return one === unknownAccount ? other : one;
}
