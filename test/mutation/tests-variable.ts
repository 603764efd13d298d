/** Tells the processes of Stryker, as a list in JSON, which tests they run. */
export const testsVariable = 'MUTATION_TESTS';
