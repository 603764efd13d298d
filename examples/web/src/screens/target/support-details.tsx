import type { CancelProgress } from '@cancellation-gateway/client';
import type { Target } from '../../gateway/target.ts';
import { useTexts } from '../../texts/languages.tsx';
import type { CancelRecord } from './use-outcome-told.ts';

/** All by which support finds a cancel again: nothing of it is for a shopper. */
export function SupportDetails({ known, record }: { readonly known: CancelProgress; readonly record: CancelRecord }) {
  const { outcome: texts } = useTexts();
  const facts = [
    [texts.code, codeOf(known)],
    [texts.key, known.idempotencyKey],
    [texts.request, known.requestId],
    [texts.record, known.cancellation?.id],
  ] as const;
  return (
    <details className="support" open={known.nextAction === 'CONTACT_SUPPORT'}>
      <summary>{texts.details}</summary>
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{value}</code>
                </dd>
              </div>
            ),
        )}
      </dl>
      {record !== null && record.attempts.length > 0 && (
        <>
          <h3>{texts.attempts}</h3>
          <ol className="attempts">
            {record.attempts.map(({ kind, startedAt, httpStatus, upstreamCode }) => (
              <li key={startedAt + kind}>
                <span>{kind === 'CANCEL' ? texts.sent : texts.read}</span>
                <code>
                  {[httpStatus === null ? texts.noAnswer : `HTTP ${httpStatus}`, upstreamCode]
                    .filter(Boolean)
                    .join(' · ')}
                </code>
              </li>
            ))}
          </ol>
        </>
      )}
    </details>
  );
}

/** One line for each, as one pastes it into a message. */
export function supportText({ kind, id }: Target, known: CancelProgress): string {
  const facts = {
    [kind]: id,
    code: codeOf(known),
    request: known.requestId,
    record: known.cancellation?.id,
    key: known.idempotencyKey,
  };
  return Object.entries(facts)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function codeOf({ errorCode, problem }: CancelProgress): string | undefined {
  return errorCode ?? problem?.code;
}
