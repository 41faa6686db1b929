import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../../lib/messaging/router.ts';
import { isProductHost } from '../../lib/sites/chatgpt/hosts.ts';
import { createHandlers } from './handlers.ts';
import { createKeeper } from './keeper.ts';
import { offerReload } from './open-tabs.ts';
import { createShield } from './shield.ts';

const tickAlarm = 'tick';

/** Listeners stand before anything is awaited: a stopped worker is woken only for those that it registered at once. */
export default defineBackground(() => {
  const shield = createShield(browser);
  const keeper = createKeeper(browser, shield);
  listen(browser, createHandlers({ browser, shield, keeper }), { isProductHost });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === tickAlarm) void keeper.tick();
  });
  // Half a minute is the shortest that the browser keeps.
  void browser.alarms.create(tickAlarm, { periodInMinutes: 0.5 });
  // Without a listener for it the worker would sleep through the start of the browser.
  browser.runtime.onStartup.addListener(() => void keeper.tick());
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void keeper.tick();
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void keeper.welcome();
    if (reason === 'install' || reason === 'update') void offerReload(browser);
  });
  void keeper.tick();
});
