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
