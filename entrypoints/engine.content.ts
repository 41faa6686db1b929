import { defineContentScript } from 'wxt/utils/define-content-script';
import { engine } from '../lib/guard/engine.ts';
import { offerEngine } from '../lib/guard/engine-port.ts';

/** Injected by the service worker into a frame that has something to look at: most of a page's load needs no engine. */
export default defineContentScript({
  registration: 'runtime',
  matches: ['https://chatgpt.com/*'],
  main: () => offerEngine(engine),
});
