import type { NextAction } from '../../generated/documents.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTexts } from '../../texts/languages.tsx';

interface Props {
  readonly name: string;
  readonly text: string;
  /** What the provider answers. */
  readonly detail?: string | undefined;
  readonly nextAction?: NextAction;
  readonly seen: boolean;
  /** Whether it cancels at once. */
  readonly runs: boolean;
  run(): void;
}

export function CaseRow({ name, text, detail, nextAction, seen, runs, run }: Props) {
  const { cases: texts, work } = useTexts();
  return (
    <li>
      <button type="button" className="case" onClick={run} data-runs={runs || undefined}>
        <span className="case-text">{text}</span>
        <span className="case-facts">
          <code>{name}</code>
          {detail !== undefined && <span>{detail}</span>}
          {nextAction !== undefined && <span className="case-next">{work.actions[nextAction]}</span>}
        </span>
        {seen && (
          <span className="case-seen">
            <Icon name="done" />
            <span className="visually-hidden">{texts.done}</span>
          </span>
        )}
      </button>
    </li>
  );
}
