/** What can be asked of a server under test. */
export type Work =
  | 'floor'
  | 'read'
  | 'cancel'
  | 'error'
  | 'list'
  | 'bulk'
  | 'unseen'
  | 'eight members'
  | 'forty members';

/** One request, and the only answer that counts as right. */
export interface Ask {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly answer: unknown;
}

/** How one kind of server is asked; what it has no words for is left out. */
export type Dialect = Readonly<Partial<Record<Work, (ids: readonly string[]) => Ask>>>;

/** How many payments one request is about. */
export function itemsOf(work: Work): number {
  return work === 'list' || work === 'bulk' ? 50 : 1;
}

/** The stub knows no payment whose id begins so. */
export const missing = '404';

/** Works that the stub answers with an error of the provider. */
export function isAboutMissing(work: Work): boolean {
  return work === 'error' || work === 'eight members' || work === 'forty members';
}
