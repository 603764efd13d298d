import { type ErrorCode, usualNextAction } from '../src/cancellation/errors/catalogue.ts';
import { answerText, listErrors } from '../src/cancellation/errors/error-listing.ts';
import type { NextAction } from '../src/cancellation/errors/next-action.ts';
import { variablesOf } from '../src/config/provider-settings.ts';
import type { ProviderDefinition, Setting } from '../src/providers/definition.ts';
import { serverSettings } from './server-settings.ts';

/** The README with its tables as the code has them now. The text around the tables is written by hand. */
export function withTables(readme: string, definitions: readonly ProviderDefinition[]): string {
  return between(between(readme, 'errors', errorsTable(definitions)), 'settings', settingsTable(definitions));
}

function between(text: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [head, middle, tail] = [text.split(begin)[0], text.split(begin)[1], text.split(end)[1]];
  if (!middle?.includes(end) || head === undefined || tail === undefined) {
    throw new Error(`The README needs ${begin} and, after it, ${end}, once each.`);
  }
  return `${head}${begin}\n${table}\n${end}${tail}`;
}

/** One line per error and next action; the provider answers behind it share the line. */
export function errorsTable(definitions: readonly ProviderDefinition[]): string {
  const answers = definitions.flatMap(({ id, documentedErrors }) =>
    documentedErrors.map((error) => ({
      line: lineOf(error.code, usualNextAction(error.code, error.httpStatus)),
      text: answerText({ provider: id, ...error }),
    })),
  );
  const lines = new Map(
    listErrors(definitions, () => null).map(({ code, typeName, nextAction }) => {
      const line = lineOf(code, nextAction);
      const texts = answers.filter((answer) => answer.line === line).map(({ text }) => text);
      return [line, [`\`${code}\``, texts.join(', ') || '–', `\`${typeName}\``, `\`${nextAction}\``]];
    }),
  );
  return table(['Code', 'Provider answer', 'Type', 'What to do'], [...lines.values()]);
}

function lineOf(code: ErrorCode, nextAction: NextAction): string {
  return `${code} ${nextAction}`;
}

export function settingsTable(definitions: readonly ProviderDefinition[]): string {
  const ours = serverSettings.map(({ name, orFile, fallback, description }) => {
    return [namesOf(orFile ? [name, `${name}_FILE`] : [name]), fallback, description];
  });
  const theirs = definitions.flatMap(({ settings }) => settings.map(settingRow));
  return table(['Variable', 'Default', 'Meaning'], [...ours, ...theirs]);
}

function settingRow(setting: Setting): string[] {
  return [namesOf(variablesOf(setting)), fallbackOf(setting), setting.description];
}

function namesOf(variables: readonly string[]): string {
  return variables.map((name) => `\`${name}\``).join(' or ');
}

function fallbackOf(setting: Setting): string {
  if (setting.kind === 'secret') {
    if (setting.optional) return 'none';
    return setting.standIn === undefined ? 'required' : `that of \`${setting.standIn}\``;
  }
  if (setting.default === undefined) return 'required';
  const given = `\`${setting.default}\``;
  return setting.kind === 'choice'
    ? `${given}, or ${setting.choices.filter((choice) => choice !== setting.default).join(', ')}`
    : given;
}

/** In columns of equal width, as the formatter of this repository wants them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
