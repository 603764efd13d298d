import { defineConfig } from 'vitest/config';
import everything from '../../vitest.config.ts';

/** The direct tests of the rooms that are mutated: quick ones, since each mutant runs every test that reaches it. */
export default defineConfig({
  ...everything,
  test: {
    isolate: false,
    include: [
      'test/cancellation/**/*.test.ts',
      'test/redaction/{card-numbers,hide-secrets,personal-ids,redact}.test.ts',
      'test/rest/{retry-after,failure-rate}.test.ts',
      'test/graphql/{request,cancellation,error}/*.test.ts',
      'test/providers/{adapters,error-tables,not-sent}.test.ts',
      'test/providers/*/*.test.ts',
    ],
  },
});
