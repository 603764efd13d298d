import type { Language } from '@cancellation-gateway/client';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { preferred } from '../gateway/remembered.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ptBr } from './pt-br.ts';
import type { Texts } from './texts.ts';

export const languages: Readonly<Record<Language, { readonly name: string; readonly texts: Texts }>> = {
  EN: { name: 'English', texts: en },
  ES: { name: 'Español', texts: es },
  PT_BR: { name: 'Português', texts: ptBr },
};

/** One message of the gateway in all its languages. */
export interface Told {
  readonly en: string;
  readonly es: string;
  readonly pt: string;
}

interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
  speak(language: Language): void;
}

const SpokenContext = createContext<Spoken>({ language: 'EN', texts: en, speak: () => undefined });
const chosen = preferred<Language | null>('language', null);

export function Languages({ children }: { readonly children: ReactNode }) {
  const [language, speak] = useState<Language>(() => chosen.get() ?? firstSpoken(navigator.languages));
  const { texts } = languages[language];
  useEffect(() => {
    document.documentElement.lang = texts.locale;
    chosen.set(language);
  }, [language, texts]);
  const spoken = useMemo(() => ({ language, texts, speak }), [language, texts]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export function useTexts(): Texts {
  return useContext(SpokenContext).texts;
}

export function useLanguage(): Omit<Spoken, 'texts'> {
  return useContext(SpokenContext);
}

/** In the language of the page. */
export function useTold(): (told: Told) => string {
  const { language } = useContext(SpokenContext);
  return ({ en, es, pt }) => ({ EN: en, ES: es, PT_BR: pt })[language];
}

function firstSpoken(tags: readonly string[]): Language {
  for (const tag of tags) {
    if (tag.startsWith('pt')) return 'PT_BR';
    if (tag.startsWith('es')) return 'ES';
    if (tag.startsWith('en')) return 'EN';
  }
  return 'EN';
}
