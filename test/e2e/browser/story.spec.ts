import { test } from '@playwright/test';
import { story } from '../story.ts';
import { openWorld } from '../world.ts';
import type { OpenWorld } from '../world.ts';

/** The main job from a keystroke to the console, one sentence after the other, each first without the extension. */
test.describe.configure({ mode: 'serial' });
let opened: OpenWorld;
test.beforeAll(async () => {
  opened = await openWorld();
});
test.afterAll(() => opened.close());

for (const { title, control, run } of story) {
  test(title, async () => {
    test.setTimeout(150_000);
    await control?.(opened.world);
    await run(opened.world);
    opened.world.standin.ledger.assertNoUnknownCalls();
  });
}
