import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { composer } from '../../standin/drive.ts';
import { cloudKey } from '../canary.ts';
import { test } from './guarded.ts';

/** Where workers are made. What they do afterwards meets the network gate alone. */

/** The engine is there, and somebody has typed. */
async function typeSomething(page: Page): Promise<void> {
  await composer(page).click();
  await page.keyboard.type('hello');
  await page.waitForTimeout(1_000);
}

test('a worker without anything private is made, by a class of the page’s own too', async ({ page }) => {
  await typeSomething(page);
  const made = await page.evaluate(async () => {
    const source = URL.createObjectURL(new Blob(['postMessage(self.name)'], { type: 'text/javascript' }));
    class Own extends Worker {
      readonly isOwn = true;
    }
    const own = new Own(source, { name: 'of the page' });
    const said = await new Promise((done) => (own.onmessage = ({ data }) => done(data)));
    own.terminate();
    const echo = await navigator.serviceWorker.register('/__worker/echo.js');
    await echo.unregister();
    return { said, isOwn: own.isOwn, isWorker: own instanceof Worker, prototype: own.constructor === Own };
  });
  expect(made).toEqual({ said: 'of the page', isOwn: true, isWorker: true, prototype: true });
});

test('one with a key in its address or its source is refused as a script that may not be had', async ({
  page,
  standin,
}) => {
  await typeSomething(page);
  const key = cloudKey();
  const errors = await page.evaluate((text) => {
    const blob = URL.createObjectURL(new Blob([`/* ${text} */`], { type: 'text/javascript' }));
    const nameOf = (error: unknown) => `${(error as Error).constructor.name} ${(error as Error).name}`;
    const thrown = (make: () => unknown) => {
      try {
        make();
        return 'made';
      } catch (error) {
        return nameOf(error);
      }
    };
    return [
      thrown(() => new Worker(`/__worker/echo.js?note=${text}`)),
      thrown(() => new SharedWorker(`/__worker/echo.js?note=${text}`)),
      thrown(() => new Worker(blob)),
      thrown(() => new SharedWorker(blob)),
      thrown(() => new Worker(`data:text/javascript,/* ${text} */`)),
      thrown(() => new Worker(`data:text/javascript;base64,${btoa(`/* ${text} */`)}`)),
    ];
  }, key);
  expect(errors).toEqual(Array.from({ length: 6 }, () => 'DOMException SecurityError'));
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('what makes workers reads as the browser’s own, and nothing is added to the page', async ({ page }) => {
  const read = await page.evaluate(() => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- looked at, not called
    const { register } = ServiceWorkerContainer.prototype;
    const shapeOf = (native: (new (...args: never[]) => object) | typeof register) => ({
      text: Function.prototype.toString.call(native),
      name: native.name,
      length: native.length,
      own: Object.getOwnPropertyNames(native).sort().join(),
    });
    const flagsOf = (owner: object, name: string) => {
      const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(owner, name)!;
      return [writable, enumerable, configurable].join();
    };
    const thrown = (run: () => unknown) => {
      try {
        run();
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    return {
      worker: { ...shapeOf(Worker), flags: flagsOf(globalThis, 'Worker') },
      shared: { ...shapeOf(SharedWorker), flags: flagsOf(globalThis, 'SharedWorker') },
      register: { ...shapeOf(register), flags: flagsOf(ServiceWorkerContainer.prototype, 'register') },
      constructors: [Worker.prototype.constructor === Worker, SharedWorker.prototype.constructor === SharedWorker],
      noNew: thrown(() => (Worker as unknown as () => void)()),
      noAddress: thrown(() => new (Worker as unknown as new () => object)()),
      badAddress: thrown(() => new Worker('https://[')),
    };
  });
  const native = (name: string) => `function ${name}() { [native code] }`;
  const made = { length: 1, own: 'length,name,prototype', flags: 'true,false,true' };
  expect(read).toEqual({
    worker: { ...made, text: native('Worker'), name: 'Worker' },
    shared: { ...made, text: native('SharedWorker'), name: 'SharedWorker' },
    register: { length: 1, own: 'length,name', flags: 'true,true,true', text: native('register'), name: 'register' },
    constructors: [true, true],
    noNew:
      "Failed to construct 'Worker': Please use the 'new' operator, this DOM object constructor cannot be called as a function.",
    noAddress: "Failed to construct 'Worker': 1 argument required, but only 0 present.",
    badAddress: "Failed to construct 'Worker': 'https://[' is not a valid URL.",
  });
});

test('a page that loads makes its workers before the engine is there', async ({ guarded, standin }) => {
  const page = await guarded.context.newPage();
  await page.addInitScript(() => {
    const source = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    Reflect.set(globalThis, 'early', new Promise((done) => (new Worker(source).onmessage = () => done('started'))));
  });
  await page.goto('https://chatgpt.com/__probe');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'early') as Promise<string>)).toBe('started');
  expect(standin.ledger.find('sluice')).toEqual([]);
  await page.close();
});
