import type { Outcome } from '../target/outcome.ts';
import type { TargetKind } from '../target/target.ts';
import type { ErrorCode } from './catalogue.ts';
import type { Failure } from './failure.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { ptBr } from './texts/pt-br.ts';
import type { ShopperTexts } from './texts/shopper-texts.ts';

const texts = { EN: en, ES: es, PT_BR: ptBr } satisfies Record<string, ShopperTexts>;

export type Language = keyof typeof texts;
export const languages = Object.keys(texts) as Language[];

export function shopperText(code: ErrorCode, language: Language): string {
  return texts[language].errors[code];
}

/** While the outcome is open the text says neither yes nor no, whatever error came with it. */
export function outcomeText(
  verdict: { readonly outcome: Outcome; readonly failure: Failure | null },
  kind: TargetKind,
  language: Language,
): string {
  const isOpen = verdict.outcome === 'UNKNOWN' || verdict.outcome === 'PENDING';
  if (verdict.failure !== null && !isOpen) return shopperText(verdict.failure.code, language);
  return texts[language].outcomes[kind][verdict.outcome];
}
