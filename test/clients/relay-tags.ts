import type { Plugin } from 'vitest/config';

/** What babel-plugin-relay does in an app: the compiled module takes the place of its `graphql` tag. */
export const relayTags: Plugin = {
  name: 'relay-tags',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/examples/clients/relay/')) return;
    const imports: string[] = [];
    const compiled = code.replace(/graphql`\s*\w+ (\w+)[^`]*`/g, (_, name: string) => {
      imports.push(`import ${name}Compiled from './__generated__/${name}.graphql.ts';`);
      return `${name}Compiled`;
    });
    return `${imports.join('')}${compiled}`;
  },
};
