import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { chromeBuild, launchGuarded } from '../e2e/extension.ts';
import * as drive from '../standin/drive.ts';
import { launchAt } from '../standin/launch.ts';
import { startStandin } from '../standin/server.ts';
import type { Standin } from '../standin/server.ts';
import { table } from './table.ts';

/** What Sluice costs a person: the same browser with and without it, turn by turn, on the stand-in. */
const prompts = 40;
const loads = 30;
const frames = 10;
const pasted = 5_000_000;
const prompt = '/backend-api/f/conversation';

interface Side {
  readonly standin: Standin;
  readonly page: Page;
  readonly session: CDPSession;
}

/** The same browser three times. */
interface Sides {
  readonly bare: Side;
  /** With an extension of the same permissions and rules, and no code: what a browser takes for itself where requests are watched. */
  readonly watched: Side;
  readonly ours: Side;
}

export async function benchBrowser(): Promise<string> {
  const empty = emptyBuild();
  const opened: (() => Promise<void>)[] = [];
  const open = async (
    launch: (standin: Standin) => Promise<{ readonly context: BrowserContext; readonly close: () => Promise<void> }>,
  ): Promise<Side> => {
    const standin = await startStandin({
      hydrationDelayMs: 20,
      prepareDebounceMs: 50,
      chunkDelayMs: 0,
      telemetry: false,
    });
    opened.push(() => standin.close());
    const { context, close } = await launch(standin);
    opened.push(close);
    const page = await context.newPage();
    return { standin, page, session: await context.newCDPSession(page) };
  };
  try {
    const sides: Sides = {
      bare: await open((standin) => launchAt(standin)),
      watched: await open((standin) => launchGuarded(standin, { build: empty })),
      ours: await open((standin) => launchGuarded(standin)),
    };
    const { bare, ours } = sides;
    const rows = [
      ...(await sendRows(sides)),
      ...(await loadRows(sides)),
      await pasteRow(bare, ours),
      ...(await memoryRows(bare, ours)),
    ];
    return `${table(['what', 'without', 'with', 'difference', 'bar'], rows)}\n\n${cause}`;
  } finally {
    for (const close of opened.reverse()) await close();
    rmSync(empty, { recursive: true });
  }
}

function emptyBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-empty-'));
  const manifest = JSON.parse(readFileSync(join(chromeBuild, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  for (const part of ['content_scripts', 'icons', 'action', 'storage', 'sandbox'])
    Reflect.deleteProperty(manifest, part);
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, background: { service_worker: 'empty.js' } }),
  );
  writeFileSync(join(folder, 'empty.js'), '');
  // Ours close what no guard has opened: here the same requests are looked at, and let through.
  const rules = JSON.parse(readFileSync(join(chromeBuild, 'rules.json'), 'utf8')) as readonly object[];
  writeFileSync(
    join(folder, 'rules.json'),
    JSON.stringify(rules.map((rule) => ({ ...rule, action: { type: 'allow' } }))),
  );
  return folder;
}

/** From the key to the request at the server. */
async function sendRows({ bare, watched, ours }: Sides): Promise<readonly (readonly string[])[]> {
  const text = 'please explain how a heat pump works and what it costs to run one in a cold winter. '.repeat(25).trim();
  const times = new Map<Side, number[]>([bare, watched, ours].map((side) => [side, []]));
  for (const side of times.keys()) await drive.openChat(side.page);
  for (let turn = 0; turn < prompts + 3; turn += 1) {
    for (const [side, measured] of times) {
      const time = await timeToSend(side, `${text} (${turn})`);
      if (turn >= 3) measured.push(time); // the first ones warm up
    }
  }
  const row = (name: string, part: number, { side, bar }: { readonly side: Side; readonly bar: string }) => {
    const [a, b] = [bare, side].map((each) => times.get(each)!.toSorted((x, y) => x - y)[Math.floor(prompts * part)]!);
    return [name, ms(a!), ms(b!), ms(b! - a!), bar];
  };
  return [
    row('Enter to the request at the server, 2 kB, median', 0.5, { side: ours, bar: '4 ms more' }),
    row(`– the same with ${floor}`, 0.5, { side: watched, bar: '' }),
    row('the same, p95', 0.95, { side: ours, bar: '15 ms more' }),
  ];
}

const cause = 'What is known of the causes where a bar is not reached: [speed](decisions/speed.md).';
const floor = 'an extension with these permissions and no code';

async function timeToSend({ standin, page }: Side, text: string): Promise<number> {
  standin.ledger.clear();
  await drive.composer(page).click();
  await page.keyboard.insertText(text);
  await page.waitForTimeout(150); // the draft is out
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => Reflect.set(window, 'pressedAt', performance.timeOrigin + timeStamp),
      {
        capture: true,
        once: true,
      },
    );
  });
  await page.keyboard.press('Enter');
  await standin.ledger.waitFor(prompt);
  const pressed = await page.evaluate(() => Number(Reflect.get(window, 'pressedAt')));
  const arrived = standin.ledger.to(prompt)[0]!.time;
  await page.locator('#thread:not([data-stream-active])').waitFor();
  return arrived - pressed;
}

async function loadRows({ bare, watched, ours }: Sides): Promise<readonly (readonly string[])[]> {
  const turns: { readonly bare: number; readonly watched: number; readonly ours: number }[] = [];
  for (let turn = 0; turn < loads + 2; turn += 1) {
    const times = new Map<Side, number>();
    const order = [bare, watched, ours];
    for (const side of turn % 2 === 0 ? order : order.reverse()) times.set(side, await loadTime(side.page));
    if (turn >= 2) turns.push({ bare: times.get(bare)!, watched: times.get(watched)!, ours: times.get(ours)! });
  }
  const row = (name: string, side: 'watched' | 'ours', bar: string) => {
    const [low, middle, high] = interval(turns.map((each) => each[side] / each.bare));
    return [
      name,
      ms(median(turns.map((each) => each.bare))),
      ms(median(turns.map((each) => each[side]))),
      `${middle.toFixed(3)} × (95 %: ${low.toFixed(3)} to ${high.toFixed(3)})`,
      bar,
    ];
  };
  return [
    row(`page load to hydration, median of ${loads} interleaved turns`, 'ours', '1.05 ×'),
    row(`– the same with ${floor}`, 'watched', ''),
  ];
}

async function loadTime(page: Page): Promise<number> {
  await drive.openChat(page);
  return page.evaluate(
    () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
  );
}

/** The longest task on the page's thread while five megabytes are pasted. */
async function pasteRow(bare: Side, ours: Side): Promise<readonly string[]> {
  const longest = async ({ page, standin }: Side) => {
    await drive.openChat(page);
    const text = 'a long report about nothing that anybody would keep to themselves. '.repeat(Math.ceil(pasted / 67));
    await page.evaluate((content) => {
      Reflect.set(window, 'tasks', []);
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) (Reflect.get(window, 'tasks') as number[]).push(duration);
      }).observe({ type: 'longtask', buffered: false });
      document.addEventListener('copy', (event) => {
        event.clipboardData?.setData('text/plain', content);
        event.preventDefault();
      }, { once: true });
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to fill the real clipboard from a page
      document.execCommand('copy');
    }, text); // prettier-ignore
    await drive.composer(page).focus();
    await page.waitForTimeout(1_000);
    await page.evaluate(() => void Reflect.set(window, 'tasks', []));
    standin.ledger.clear();
    await page.keyboard.press('ControlOrMeta+V');
    await page.locator('form .card[data-status="ready"]:visible').waitFor({ timeout: 60_000 }); // not measured
    await page.waitForTimeout(500);
    return page.evaluate(() => Math.max(0, ...(Reflect.get(window, 'tasks') as number[])));
  };
  const [without, withIt] = [await longest(bare), await longest(ours)];
  return [
    'longest task of the page’s thread while 5 MB are pasted (0: none over 50 ms)',
    ms(without),
    ms(withIt),
    ms(withIt - without),
    'none over 50 ms of ours',
  ];
}

/** The heap of the page's renderer, both worlds, after a collection. */
async function memoryRows(bare: Side, ours: Side): Promise<readonly (readonly string[])[]> {
  const heap = async ({ page, session }: Side) => {
    await page.waitForTimeout(500);
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  };
  const measure = async (side: Side) => {
    await drive.openChat(side.page);
    const top = await heap(side);
    await side.page.evaluate(async (count) => {
      for (let made = 0; made < count; made += 1) {
        const frame = document.createElement('iframe');
        frame.src = '/__probe';
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        document.body.append(frame);
        await loaded;
      }
    }, frames);
    return { top, frame: ((await heap(side)) - top) / frames };
  };
  const [without, withIt] = [await measure(bare), await measure(ours)];
  return [
    ['memory of the top frame', mb(without.top), mb(withIt.top), mb(withIt.top - without.top), '25 MB'],
    ['memory of each further frame', mb(without.frame), mb(withIt.frame), mb(withIt.frame - without.frame), '5 MB'],
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The median with the interval between the order statistics that hold it in 95 of 100 cases (binomial, normal approximation). */
function interval(values: readonly number[]): readonly [low: number, middle: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const reach = 0.98 * Math.sqrt(sorted.length);
  const at = (place: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(place)))]!;
  return [at(sorted.length / 2 - reach), median(sorted), at(sorted.length / 2 + reach)];
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const mb = (value: number) => `${(value / 1_000_000).toFixed(1)} MB`;
