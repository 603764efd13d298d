import { register } from 'node:module';

/**
 * Loaded before the gateway, with `node --import`: puts a module of the bench in the place of one of the build's, which
 * `REPLACES` and `REPLACEMENT` name by their addresses. So the very build is measured, and it has no switch for it.
 */
const { REPLACES, REPLACEMENT } = process.env;
const hook = `
  export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    const isReplaced = found.url === ${JSON.stringify(REPLACES)} && context.parentURL !== ${JSON.stringify(REPLACEMENT)};
    return isReplaced ? { ...found, url: ${JSON.stringify(REPLACEMENT)} } : found;
  }`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
