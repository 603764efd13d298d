/** A provider's own id of the merchant's account that credentials open. */
export type Account = string;

/** Of an account that nobody could ask for. */
export const unknownAccount: Account = '';

/** Whether credentials are known to open an account while nobody knows if the target is of that one. */
export function mayDiffer(account: Account, opened: Account): boolean {
  return account === unknownAccount && opened !== unknownAccount;
}

/** Whether two accounts may be one: of what is not known nothing can be said. */
export function areCompatible(one: Account, other: Account): boolean {
  return one === other || one === unknownAccount || other === unknownAccount;
}

/**
 * Whether a target of an account may be asked about with credentials that open another, or the same. What they open may be
 * unknown because nobody has answered yet: then only a target is asked about of which nobody knows whose it is.
 */
export function mayAskOf(account: Account, opened: Account): boolean {
  return account === unknownAccount || account === opened;
}
