import { useEffect } from 'react';
import { useOnline } from './gateway/use-online.ts';
import { Header } from './parts/header.tsx';
import { LastResort } from './parts/last-resort.tsx';
import { type Route, useRoute } from './route.ts';
import { Cases } from './screens/cases/cases.tsx';
import { Find } from './screens/find/find.tsx';
import { TargetScreen } from './screens/target/target-screen.tsx';
import { WorkList } from './screens/work-list/work-list.tsx';
import { useTexts } from './texts/languages.tsx';
import type { Texts } from './texts/texts.ts';

export function App() {
  const route = useRoute();
  const texts = useTexts();
  const online = useOnline();
  const title = titleOf(route, texts);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {texts.skip}
      </button>
      <Header screen={route.screen} />
      {!online && (
        <p className="banner" role="status">
          {texts.offline}
        </p>
      )}
      <div className="columns" data-screen={route.screen}>
        <main id="content" tabIndex={-1}>
          <LastResort key={placeOf(route)}>
            <Screen route={route} />
          </LastResort>
        </main>
        <Cases />
      </div>
    </>
  );
}

function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'work':
      return <WorkList />;
    case 'target':
      return <TargetScreen target={route.target} run={route.run} />;
    // On a narrow screen the cases have the page to themselves; on a wide one they stand beside whatever is open.
    case 'cases':
    case 'find':
      return <Find />;
  }
}

/** What a tab and the history of the browser say: each screen by its own name. */
function titleOf(route: Route, { title, kinds, work, cases }: Texts): string {
  switch (route.screen) {
    case 'find':
      return title;
    case 'work':
      return `${work.heading} · ${title}`;
    case 'cases':
      return `${cases.heading} · ${title}`;
    case 'target':
      return `${kinds[route.target.kind]} ${route.target.id} · ${title}`;
  }
}

/** Differs where a screen is to begin anew, also after one that broke. */
function placeOf(route: Route): string {
  return route.screen === 'target' ? `${route.target.kind} ${route.target.id} ${route.run}` : route.screen;
}
