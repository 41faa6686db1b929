import type { Page } from '@playwright/test';
import * as drive from '../../standin/drive.ts';
import type { Standin } from '../../standin/server.ts';

/** Numbers from a seed, so that a failure can be seen again (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const openings = ['Please', 'Could you', 'Help me to', 'In short:', 'For a colleague,', 'As a table,', 'Step by step,'];
const verbs = ['summarise', 'compare', 'explain', 'translate', 'rewrite', 'outline', 'check', 'shorten', 'sort'];
const things = [
  'the minutes of the weekly meeting',
  'two ways to cache a list in memory',
  'how a heat pump works',
  'the pros and cons of remote work',
  'this paragraph about rivers in autumn',
  'the error "cannot read properties of undefined (reading \'map\')"',
  'a plan for a team day with 14 people and a budget of 1,200 euros',
  'the difference between TCP and UDP',
  "SELECT name, count(*) FROM orders WHERE placed > '2026-01-01' GROUP BY name",
  'const total = items.reduce((sum, item) => sum + item.price, 0)',
  'version 4.17.21 of the library and what changed since 3.9.8',
  'a recipe for lentil soup for six',
  'the chapter on photosynthesis, pages 112 to 131',
  'ticket ABC-1042 and what is left to do for milestone 7',
];

export type Numbers = () => number;
const pick = <T>(list: readonly T[], next: Numbers): T => list[Math.floor(next() * list.length)]!;

/** What people ask every day: words, code, numbers that are nobody's. */
export function ordinaryText(next: Numbers): string {
  const sentence = () => `${pick(openings, next)} ${pick(verbs, next)} ${pick(things, next)}.`;
  return Array.from({ length: 1 + Math.floor(next() * 3) }, sentence).join(next() < 0.3 ? '\n' : ' ');
}

interface Action {
  readonly name: string;
  /** How often, against the others. */
  readonly weight: number;
  readonly run: (page: Page, next: Numbers, standin: Standin) => Promise<void>;
}

async function send(page: Page, text: string): Promise<void> {
  // Typing each key of each prompt would take an hour; the page hears the same input events.
  await drive.composer(page).click();
  for (const [at, line] of text.split('\n').entries()) {
    if (at > 0) await page.keyboard.press('Shift+Enter');
    await page.keyboard.insertText(line);
  }
  await page.waitForTimeout(60); // the draft goes out, or rather its shell
  await drive.pressEnter(page);
  await drive.expectAnswer(page, 'You said');
}

const hasTurns = async (page: Page) => (await page.locator('[data-turn="user"]').count()) > 0;

/** What a person does in a day. */
export const actions: readonly Action[] = [
  { name: 'asks', weight: 40, run: (page, next) => send(page, ordinaryText(next)) },
  {
    name: 'edits an earlier message',
    weight: 8,
    async run(page, next) {
      if (!(await hasTurns(page))) await send(page, ordinaryText(next));
      await drive.editMessage(page, 0, ordinaryText(next));
      await drive.expectAnswer(page, 'You said');
    },
  },
  {
    name: 'asks again',
    weight: 8,
    async run(page, next) {
      if (!(await hasTurns(page))) await send(page, ordinaryText(next));
      await drive.regenerate(page);
      await drive.expectAnswer(page, 'You said');
    },
  },
  {
    name: 'types and takes it back',
    weight: 8,
    async run(page, next) {
      await drive.composer(page).click();
      await page.keyboard.insertText(ordinaryText(next));
      await page.waitForTimeout(60);
      await drive.clearPrompt(page);
    },
  },
  { name: 'opens a new chat', weight: 10, run: (page) => drive.openChat(page) },
  {
    name: 'opens a temporary chat',
    weight: 3,
    async run(page, next) {
      await drive.openChat(page, '/?temporary-chat=true');
      await send(page, ordinaryText(next));
      await drive.openChat(page);
    },
  },
  {
    name: 'attaches a file',
    weight: 8,
    async run(page, next) {
      const rows = Array.from(
        { length: 20 },
        (_, row) => `${row},part-${Math.floor(next() * 900)},${(next() * 90).toFixed(2)}`,
      );
      const isTable = next() < 0.5;
      if (isTable) await drive.attachFile(page, 'parts.csv', ['number,part,price', ...rows].join('\n'));
      else await drive.attachFile(page, 'notes.md', `# Notes\n\n${ordinaryText(next)}\n`);
      await drive.expectAttached(page);
      await send(page, ordinaryText(next));
    },
  },
  {
    name: 'pastes',
    weight: 5,
    async run(page, next) {
      const text = Array.from({ length: next() < 0.3 ? 120 : 4 }, () => ordinaryText(next)).join(' ');
      await drive.pasteText(page, text);
      await page.waitForTimeout(150);
      await drive.pressEnter(page);
      await page.waitForTimeout(100);
      await drive.openChat(page);
    },
  },
  {
    name: 'renames a chat',
    weight: 3,
    async run(page, next) {
      if (!(await hasTurns(page))) await send(page, ordinaryText(next));
      await drive.renameChat(page, pick(things, next).slice(0, 30));
    },
  },
  {
    name: 'saves instructions',
    weight: 3,
    run: (page, next) => drive.saveInstructions(page, `I work in planning. ${ordinaryText(next)}`),
  },
  {
    name: 'rates an answer',
    weight: 3,
    async run(page, next) {
      if (!(await hasTurns(page))) await send(page, ordinaryText(next));
      await page.getByRole('button', { name: 'Good response' }).last().click();
    },
  },
];

export function pickAction(next: Numbers): Action {
  const whole = actions.reduce((sum, { weight }) => sum + weight, 0);
  let left = next() * whole;
  return actions.find(({ weight }) => (left -= weight) < 0) ?? actions[0]!;
}
