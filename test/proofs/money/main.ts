import { type Case, cases } from './cases.ts';
import { startScene } from './scene.ts';

/** `npm run money`: what a running gateway says about money, beside what it must say and what it used to say. */
const seen: { readonly it: Case; readonly now: string }[] = [];
for (const it of cases) seen.push({ it, now: await see(it) });

console.log('| # | case | before | must be | seen now | |');
console.log('| ---: | --- | --- | --- | --- | --- |');
for (const { it, now } of seen) {
  console.log(`| ${it.row} | ${it.what} | ${it.before} | ${it.must} | ${now} | ${now === it.must ? 'yes' : 'NO'} |`);
}
const wrong = seen.filter(({ it, now }) => now !== it.must);
console.log(`\n${seen.length} cases, ${wrong.length} not as they must be`);
process.exit(wrong.length === 0 ? 0 : 1);

/** What the gateway says, or why it could not be asked. */
async function see({ env, see }: Case): Promise<string> {
  try {
    const scene = await startScene(env);
    try {
      return await see(scene);
    } finally {
      await scene.close();
    }
  } catch (error) {
    const [told = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return told.replace(/: \{"response".*$/, '');
  }
}
