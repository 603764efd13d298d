import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { en } from '../../examples/web/src/texts/en.ts';
import { es } from '../../examples/web/src/texts/es.ts';
import { ptBr } from '../../examples/web/src/texts/pt-br.ts';
import type { Texts } from '../../examples/web/src/texts/texts.ts';

export const languages = { EN: en, ES: es, PT_BR: ptBr } as const;
export type Language = keyof typeof languages;

/** What the gateway told of a cancel: in its answer, or when it was followed. */
export interface Told {
  readonly outcome: keyof Texts['outcome']['titles'];
  readonly nextAction: keyof Texts['outcome']['next'];
  readonly userMessage: string;
}

/** Somebody at the page: a context of their own, with an empty memory. */
export interface Visit {
  readonly page: Page;
  readonly base: string;
  /** Whatever was told of a cancel so far, oldest first. */
  readonly told: readonly Told[];
  open(address: string): Promise<void>;
  /** Keeps a picture as an artefact. */
  picture(name: string): Promise<void>;
  /** Throws where axe finds what is serious. */
  accessible(where: string): Promise<void>;
  /** What must never happen: an address elsewhere, a policy that is broken, an error in the page. */
  readonly wrongs: string[];
  close(): Promise<void>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const artefacts = 'reports/pages';
/** Of the network's own: that it is gone is what some checks are about. */
const expected = /net::ERR_|WebSocket connection/;

export async function visit(browser: Browser, base: string, options: BrowserContextOptions = {}): Promise<Visit> {
  mkdirSync(artefacts, { recursive: true });
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  const told: Told[] = [];
  const wrongs: string[] = [];
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) wrongs.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(base).host) wrongs.push(`asked ${request.url()}`);
  });
  page.on('response', async (response) => {
    if (!response.url().endsWith('/graphql')) return;
    const body = await response.json().catch(() => null);
    told.push(...Object.values(body?.data ?? {}).filter(isTold));
  });
  return {
    page,
    base,
    told,
    wrongs,
    open: async (address) => void (await page.goto(base + address)),
    picture: async (name) => void (await page.screenshot({ path: `${artefacts}/${name}.png` })),
    accessible: (where) => expectAccessible(page, where),
    close: async () => {
      // A page may ask again at any moment, and what a check answers it with is still under way then.
      for (const one of context.pages()) await one.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  };
}

/** Whatever is open, as it stands: where a check broke, that is where to look first. */
export async function keepPictures(browser: Browser, name: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [nth, page] of pages.entries()) await page.screenshot({ path: `${artefacts}/${name}-${nth + 1}.png` });
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'outcome' in value && 'userMessage' in value;
}

async function expectAccessible(page: Page, where: string): Promise<void> {
  // Not as an element, which the page's policy would refuse.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const lines = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  if (lines.length > 0) throw new Error(`axe, ${where}:\n${lines.join('\n')}`);
}

/** Looks again until it is so. */
export async function until(what: string, holds: () => Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It never came true that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
