import { posix } from 'node:path';
import ts from 'typescript';
import { type SourceText, sourceTexts } from './source-texts.ts';

/** One `import`, `export … from` or `import()` of a file under src. */
export interface Import {
  /** As written: `./money.ts`, `node:crypto`, `@apollo/server/plugin/disabled`. */
  readonly specifier: string;
  /** The file under src it leads to; null for a package or a built-in. */
  readonly file: string | null;
}

export interface SourceFile extends SourceText {
  readonly imports: readonly Import[];
}

export const sourceFiles: readonly SourceFile[] = sourceTexts.map(({ path, text }) => ({
  path,
  text,
  imports: importsOf(path, text),
}));

export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined) => {
    if (specifier === undefined) return;
    if (!ts.isStringLiteralLike(specifier)) throw new Error(`${path} imports what only running it can tell.`);
    const file = specifier.text.startsWith('.') ? posix.join(posix.dirname(path), specifier.text) : null;
    found.push({ specifier: specifier.text, file });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

/** `@apollo/server/plugin/disabled` is of `@apollo/server`; null for built-ins and files. */
export function packageOf({ specifier, file }: Import): string | null {
  if (file !== null || specifier.startsWith('node:')) return null;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
