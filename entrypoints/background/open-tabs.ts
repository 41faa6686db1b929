import type { Browser } from 'webextension-polyfill';
import { hears } from '../../lib/messaging/push.ts';
import { contentMatches } from '../../lib/sites/chatgpt/hosts.ts';

/**
 * Tabs that were open before the extension was installed or updated have no gates, or gates whose guard is gone: the browser's own
 * rule keeps their prompts closed, and the person is offered a reload.
 */
export async function offerReload(browser: Browser): Promise<void> {
  const tabs = await browser.tabs.query({ url: contentMatches });
  await Promise.allSettled(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded === true) return; // a tab that was put to sleep loads anew
      if (await hears(browser, id)) return; // opened a moment after: its guard is this version's
      const target = { tabId: id, frameIds: [0] };
      await browser.scripting.executeScript({ target, files: ['content-scripts/dialog.js'] });
      await browser.scripting.executeScript({ target, func: showOffer });
    }),
  );
}

/** Runs in the tab, beside the dialog bundle; it can use nothing from outside. */
function showOffer(): void {
  const port = (globalThis as Record<symbol, unknown>)[Symbol.for('sluice.dialog')] as
    { readonly notice: (request: object) => void } | undefined;
  port?.notice({
    text: 'Sluice was installed or updated while this page was open. Reload it before you go on: until then nothing can be sent.',
    actionLabel: 'Reload',
    onAction: () => location.reload(),
    timeoutMs: 3_600_000,
  });
}
