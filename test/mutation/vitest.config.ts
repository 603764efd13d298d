import { defineConfig } from 'vitest/config';
import everything from '../../vitest.config.ts';
import { testsVariable } from './tests-variable.ts';

/** The direct tests of one room. They need nothing of the world that has to be set up before them. */
export default defineConfig({
  ...everything,
  test: { include: JSON.parse(process.env[testsVariable] ?? '[]'), isolate: false },
});
