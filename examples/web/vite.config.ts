import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const gateway = 'http://127.0.0.1:4000';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    // From its source: `npm start` need not build the package first. An app of its own just installs it.
    alias: [
      {
        find: '@cancellation-gateway/client/possible-types.json',
        replacement: here('../../schema/possible-types.json'),
      },
      { find: '@cancellation-gateway/client/apollo', replacement: here('../../client/src/apollo.ts') },
      { find: '@cancellation-gateway/client', replacement: here('../../client/src/index.ts') },
    ],
  },
  // The page obeys a policy that allows no inline code and no `data:` address.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1_000 },
  // For `npx vite` beside a gateway that runs.
  server: { proxy: { '/graphql': { target: gateway, ws: true }, '/emulator.json': gateway } },
});
