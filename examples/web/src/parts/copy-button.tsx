import { useState } from 'react';
import { useTexts } from '../texts/languages.tsx';

/** Where the browser lets nothing be copied, as it does over plain HTTP, the text is shown to be copied by hand. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const [state, setState] = useState<'asked' | 'copied' | 'refused'>('asked');
  const { buttons } = useTexts().outcome;
  const copy = () =>
    void writeToClipboard(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  if (state === 'refused')
    return <textarea ref={select} className="to-copy" readOnly aria-label={label} value={text} />;
  return (
    <button type="button" className="primary" onClick={copy}>
      <span aria-live="polite">{state === 'copied' ? buttons.copied : label}</span>
    </button>
  );
}

async function writeToClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

function select(field: HTMLTextAreaElement | null): void {
  field?.select();
}
