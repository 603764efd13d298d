import type { ReactNode } from 'react';
import type { Target } from '../../gateway/target.ts';
import { type CatalogueEntry, useCatalogue } from '../../gateway/use-catalogue.ts';
import { providerNames } from '../../provider-names.ts';
import { addressOf, run } from '../../route.ts';
import { useTexts, useTold } from '../../texts/languages.tsx';
import { CaseRow } from './case-row.tsx';
import { useEmulator, useSeen } from './use-emulator.ts';

type RunnableEntry = CatalogueEntry & { readonly sandboxId: string };

/** Every documented error with an id that brings it, each a click away; nothing where no emulator runs. */
export function Cases() {
  const { cases: texts } = useTexts();
  const tell = useTold();
  const emulator = useEmulator();
  const [seen, see] = useSeen();
  const entries = useCatalogue().filter(isRunnable);
  if (emulator === null || entries.length === 0) return null;

  const runCase = (target: Target) => {
    see(target.id);
    run(target);
  };
  const open = (target: Target) => {
    see(target.id);
    location.hash = addressOf(target);
  };
  const rowOf = (entry: RunnableEntry) => (
    <CaseRow
      key={entry.sandboxId}
      name={entry.code}
      text={tell(entry)}
      detail={answerOf(entry)}
      nextAction={entry.nextAction}
      seen={seen.has(entry.sandboxId)}
      runs
      run={() => runCase(targetOf(entry.sandboxId))}
    />
  );
  const { fresh, works } = emulator;
  const kinds = Object.keys(fresh) as (keyof typeof fresh)[];
  return (
    <aside className="cases" aria-labelledby="cases-title">
      <h2 id="cases-title">{texts.heading}</h2>
      <p className="hint">{texts.intro}</p>
      <p className="progress">
        <progress
          max={entries.length}
          value={entries.filter(({ sandboxId }) => seen.has(sandboxId)).length}
          aria-label={texts.heading}
        />
        <span>{texts.seen(entries.filter(({ sandboxId }) => seen.has(sandboxId)).length, entries.length)}</span>
      </p>
      <CaseGroup title={texts.fresh}>
        {kinds.map((kind) => {
          const id = fresh[kind].find((id) => !seen.has(id)) ?? fresh[kind][0] ?? '';
          const target: Target = { kind: kind === 'order' ? 'order' : 'payment', id };
          return (
            <CaseRow
              key={kind}
              name={id}
              text={texts.freshKinds[kind]}
              seen={false}
              runs={false}
              run={() => open(target)}
            />
          );
        })}
      </CaseGroup>
      <CaseGroup title={texts.works}>
        {works.map(({ name, ...target }) => (
          <CaseRow
            key={target.id}
            name={target.id}
            text={texts.workingCases[name]}
            seen={seen.has(target.id)}
            runs
            run={() => runCase(target)}
          />
        ))}
      </CaseGroup>
      {groupsOf(entries).map(([provider, rows]) => (
        <CaseGroup key={provider} title={provider === null ? texts.own : providerNames[provider]}>
          {rows.map(rowOf)}
        </CaseGroup>
      ))}
    </aside>
  );
}

function CaseGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function isRunnable(entry: CatalogueEntry): entry is RunnableEntry {
  return entry.sandboxId !== null;
}

/** In the order of the catalogue, the provider's answers first. */
function groupsOf(entries: readonly RunnableEntry[]) {
  const groups = Map.groupBy(entries, ({ provider }) => provider);
  return [...groups].sort(([one], [other]) => Number(one === null) - Number(other === null));
}

function targetOf(id: string): Target {
  return { kind: id.startsWith('ORD') ? 'order' : 'payment', id };
}

function answerOf({ upstreamHttpStatus, upstreamCode }: CatalogueEntry): string | undefined {
  if (upstreamHttpStatus === null) return undefined;
  return [`HTTP ${upstreamHttpStatus}`, upstreamCode].filter(Boolean).join(' ');
}
