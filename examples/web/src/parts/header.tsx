import type { Language } from '@cancellation-gateway/client';
import type { Route } from '../route.ts';
import { languages, useLanguage, useTexts } from '../texts/languages.tsx';
import { Icon } from './icon.tsx';

export function Header({ screen }: { readonly screen: Route['screen'] }) {
  const { title, navigation } = useTexts();
  const link = (to: 'find' | 'work' | 'cases', address: string) => (
    <a href={address} className={`tab tab-${to}`} aria-current={isAt(screen, to) ? 'page' : undefined}>
      {navigation[to]}
    </a>
  );
  return (
    <header className="top">
      <a className="brand" href="#/">
        <Icon name="mark" />
        <span>{title}</span>
      </a>
      <nav aria-label={navigation.label}>
        {link('find', '#/')}
        {link('work', '#/work')}
        {link('cases', '#/cases')}
      </nav>
      <LanguagePicker />
    </header>
  );
}

function isAt(screen: Route['screen'], tab: Route['screen']): boolean {
  return screen === tab || (screen === 'target' && tab === 'find');
}

function LanguagePicker() {
  const { language, speak } = useLanguage();
  const texts = useTexts();
  return (
    <label className="language">
      <span className="visually-hidden">{texts.language}</span>
      <select value={language} onChange={({ target }) => speak(target.value as Language)}>
        {Object.entries(languages).map(
          ([
            code,
            {
              name,
              texts: { locale },
            },
          ]) => (
            <option key={code} value={code} lang={locale}>
              {name}
            </option>
          ),
        )}
      </select>
    </label>
  );
}
