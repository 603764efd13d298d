import type { Outcome } from '../target/outcome.ts';
import type { TargetKind } from '../target/target.ts';
import type { ErrorCode } from './catalogue.ts';
import type { Failure } from './failure.ts';
import { codesOf } from './kind-codes.ts';
import type { NextAction } from './next-action.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { ptBr } from './texts/pt-br.ts';
import type { ShopperTexts } from './texts/shopper-texts.ts';

const texts = { EN: en, ES: es, PT_BR: ptBr } satisfies Record<string, ShopperTexts>;

export type Language = keyof typeof texts;
export const languages = Object.keys(texts) as Language[];

/** An error alone says what is the matter; what to do about it the verdict that it came with knows. */
export function shopperText(code: ErrorCode, language: Language): string {
  return texts[language].errors[code];
}

/** As much of a verdict as a shopper is told. */
interface ToldVerdict {
  readonly outcome: Outcome;
  readonly nextAction: NextAction;
  readonly failure: Failure | null;
}

/** What is certain, and what to do next. */
export function outcomeText(verdict: ToldVerdict, kind: TargetKind, language: Language): string {
  const words: ShopperTexts = texts[language];
  const statement = statementOf(verdict, kind, words);
  return verdict.nextAction === 'NOTHING' ? statement : `${statement} ${words.advice[verdict.nextAction]}`;
}

function statementOf({ outcome, nextAction, failure }: ToldVerdict, kind: TargetKind, words: ShopperTexts): string {
  // Neither yes nor no, whatever error came with it; and that we look into it only where we do.
  if (outcome === 'UNKNOWN' && nextAction !== 'WAIT') return words.undetermined[kind];
  if (outcome === 'UNKNOWN' || outcome === 'PENDING' || failure === null) return words.outcomes[kind][outcome];
  const reason = failure.code === codesOf[kind].notCancellable ? words.notCancellable[kind][nextAction] : undefined;
  return reason ?? words.errors[failure.code];
}
