# syntax=docker/dockerfile:1

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/bundle.ts ./scripts/bundle.ts
COPY src ./src
# The emulator, the pages and the playground are for development and never leave this stage.
RUN npm run build && rm -rf dist/emulator dist/pages dist/playground.js dist/playground.js.map
# libsql's native part is a package of its own for each platform, so that it needs no install script.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
VOLUME /data

# AUTH=jwt with AUTH_JWKS_URL, AUTH_ISSUER and AUTH_AUDIENCE, and the credentials come at run time: as variables or, better,
# as mounted files, MERCADO_PAGO_ACCESS_TOKEN_FILE=/run/secrets/... Without them it does not start. Nothing but /data is
# written to, so that the rest may be read-only.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    DATABASE_URL=file:/data/cancellations.db
EXPOSE 4000

HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["node", "-e", "const { HOST, PORT } = process.env; const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST; fetch(`http://${host.includes(':') ? `[${host}]` : host}:${PORT}/healthz`).then((answer) => { process.exitCode = answer.ok ? 0 : 1; }, () => { process.exitCode = 1; })"]

# Node is process 1 and handles SIGTERM and SIGINT itself; a shell in between would swallow them.
# The options keep the heap small; docs/adr/0025-a-small-heap.md says what each of them does, and what it costs.
CMD ["node", "--max-semi-space-size=8", "--v8-pool-size=1", "--heap-growing-percent=80", "dist/bundle/gateway.js"]
