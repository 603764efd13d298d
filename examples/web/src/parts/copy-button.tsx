import { useState } from 'react';
import { useTexts } from '../texts/languages.tsx';

export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const [copied, setCopied] = useState(false);
  const { buttons } = useTexts().outcome;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <button type="button" className="primary" onClick={() => void copy()}>
      <span aria-live="polite">{copied ? buttons.copied : label}</span>
    </button>
  );
}
