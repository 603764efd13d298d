import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { unfinishedIntentions } from '../../gateway/intentions.ts';
import type { Target } from '../../gateway/target.ts';
import { addressOf } from '../../route.ts';
import { useTexts } from '../../texts/languages.tsx';
import type { TargetKind } from '../../texts/texts.ts';

const kinds: readonly TargetKind[] = ['payment', 'order'];

export function Find() {
  const { find } = useTexts();
  return (
    <>
      <h1>{find.heading}</h1>
      <p className="lead">{find.intro}</p>
      <FindForm />
      <Unfinished />
    </>
  );
}

interface FormProps {
  /** What to correct, where there is something. */
  readonly initial?: Target;
  /** Whether the reader asked for it, so that it takes the focus. */
  readonly focused?: boolean;
}

export function FindForm({ initial = { kind: 'payment', id: '' }, focused = false }: FormProps) {
  const { find, kinds: names } = useTexts();
  const [kind, setKind] = useState(initial.kind);
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.select();
  }, [focused]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const id = field.current?.value.trim() ?? '';
    setMissing(id === '');
    if (id === '') field.current?.focus();
    else location.hash = addressOf({ kind, id });
  };
  return (
    <form className="card find" onSubmit={submit} noValidate>
      <fieldset>
        <legend>{find.kind}</legend>
        <div className="choices">
          {kinds.map((one) => (
            <label key={one}>
              <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
              <span>{names[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="field">
        <span>{find.id}</span>
        <input
          ref={field}
          name="id"
          defaultValue={initial.id}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          aria-invalid={missing}
          aria-describedby="find-hint"
        />
      </label>
      <p className="hint" id="find-hint" role={missing ? 'alert' : undefined}>
        {missing ? find.missing : find.hint}
      </p>
      <button type="submit" className="primary">
        {find.submit}
      </button>
    </form>
  );
}

/** What this device began and does not know the end of. */
function Unfinished() {
  const { find, kinds: names } = useTexts();
  const intentions = unfinishedIntentions();
  if (intentions.length === 0) return null;
  return (
    <section className="card" aria-labelledby="unfinished">
      <h2 id="unfinished">{find.unfinished}</h2>
      <ul className="rows">
        {intentions.map(({ target, idempotencyKey }) => (
          <li key={idempotencyKey}>
            <span>
              {names[target.kind]} <code>{target.id}</code>
            </span>
            <a className="button" href={addressOf(target)}>
              {find.goOn}
              <span className="visually-hidden"> {target.id}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
