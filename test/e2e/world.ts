import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchAt } from '../standin/launch.ts';
import { startStandin } from '../standin/server.ts';
import { signUp } from './console.ts';
import { startEndpoint } from './endpoint.ts';
import { launchGuarded } from './extension.ts';
import type { World } from './story.ts';

export interface OpenWorld {
  readonly world: World;
  readonly close: () => Promise<void>;
}

/** Starts all that the story needs. `pictures` names a folder for screenshots. */
export async function openWorld(pictures?: string): Promise<OpenWorld> {
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  const standin = await startStandin();
  const endpoint = await startEndpoint();
  const browser = await launchGuarded(standin);
  const plain = await launchAt(standin);
  const console = await signUp(await plain.context.newPage(), endpoint.ready());
  const picture = async (name: string, page: Page) => {
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  const [page, bare] = [await browser.context.newPage(), await plain.context.newPage()];
  return {
    world: { standin, endpoint, browser, console, page, bare, keys: [], picture },
    async close() {
      await browser.close();
      await plain.close();
      await endpoint.close();
      await standin.close();
    },
  };
}
