/** Roots of one document, and of 1 000 tokens as many selections as fit; both are limits of the gateway. */
const roots = 5;
const selectionsEach = 31;

/**
 * As dear as a legal document can be: no two are the same text, so that none is remembered, nearly all the tokens there may
 * be, and each field said over and over behind an inline fragment, which validation compares pair by pair.
 */
export function worstDocument(n: number): string {
  const selection = '... on Payment { id }'.concat(' ').repeat(selectionsEach);
  const fields = Array.from(
    { length: roots },
    (_, root) => `r${n}x${root}: payment(id: "10000000001") { ${selection}}`,
  );
  return `query { ${fields.join(' ')} }`;
}

/** What everybody else asks for. */
export const usualDocument = 'query { payment(id: "10000000002") { ... on Payment { id status } } }';
