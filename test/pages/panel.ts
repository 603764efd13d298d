import { storedKey } from './in-page.ts';
import { type Language, languages, type Told, until, type Visit } from './visit.ts';

/** The panel that tells of a cancel. */
export function panelOf({ page }: Visit) {
  return page.locator('.outcome');
}

/** The button that a next action is to bring, by its words. */
function buttonFor(nextAction: Told['nextAction'], language: Language): readonly string[] {
  const { outcome, target } = languages[language];
  const { buttons } = outcome;
  const words: Record<Told['nextAction'], readonly string[]> = {
    NOTHING: [buttons.another],
    RETRY_SAME_KEY: [buttons.retry],
    RETRY_NEW_KEY: [buttons.newAttempt],
    WAIT: [buttons.look],
    FIX_INPUT: [buttons.correct, target.openOrder],
    FIX_CREDENTIALS: [buttons.newAttempt],
    REFUND: [buttons.copyForRefund],
    CANCEL_MANUALLY: [buttons.copyForConsole],
    CONTACT_SUPPORT: [buttons.copyForSupport],
  };
  return words[nextAction];
}

/** Waits until the panel shows what the gateway told since, in title, message and button; answers what that was. */
export async function shownOf(visit: Visit, since: number, language: Language = 'EN'): Promise<Told> {
  const { titles } = languages[language].outcome;
  let shown: Told | undefined;
  await until('the panel shows what was told', async () => {
    const text = (await panelOf(visit).allInnerTexts()).join('\n');
    shown = visit.told
      .slice(since)
      .findLast(
        ({ outcome, nextAction, userMessage }) =>
          [titles[outcome], userMessage].every((part) => text.includes(part)) &&
          buttonFor(nextAction, language).some((words) => text.includes(words)),
      );
    return shown !== undefined;
  });
  if (shown === undefined) throw new Error('What was shown is known.');
  return shown;
}

/** Opens a payment and asks for its cancel, up to the question whether it is meant. */
export async function openAndAsk(visitor: Visit, paymentId: string, language: Language = 'EN'): Promise<void> {
  await visitor.open(`/#/payment/${paymentId}`);
  await visitor.page.getByRole('button', { name: languages[language].cancel.start.payment }).click();
  await visitor.page.getByRole('dialog').waitFor();
}

/** The same, and means it. */
export async function openAndCancel(visitor: Visit, paymentId: string, language: Language = 'EN'): Promise<void> {
  await openAndAsk(visitor, paymentId, language);
  await visitor.page.getByRole('button', { name: languages[language].cancel.confirm }).click();
}

/** The same without a network: it is stored, and not sent. */
export async function cancelOffline(visitor: Visit, paymentId: string, language: Language = 'EN'): Promise<void> {
  const { cancel } = languages[language];
  await openAndAsk(visitor, paymentId, language);
  await visitor.page.context().setOffline(true);
  await visitor.page.getByRole('button', { name: cancel.confirm }).click();
  await panelOf(visitor).getByText(cancel.unsentHint).waitFor();
  await panelOf(visitor).getByRole('button', { name: cancel.giveUp }).waitFor();
}

/** Waits until the panel says so. */
export function shows(visitor: Visit, words: string, withinMs?: number): Promise<void> {
  return until(`the panel says “${words}”`, async () => (await textOf(visitor)).includes(words), withinMs);
}

/** What the panel says; nothing where there is none. */
export async function textOf(visitor: Visit): Promise<string> {
  return (await panelOf(visitor).allInnerTexts()).join('\n');
}

/** The key that this device keeps; null where it keeps none. */
export function keyOf({ page }: Visit): Promise<string | null> {
  return page.evaluate<string | null>(storedKey);
}
