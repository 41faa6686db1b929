import { defineContentScript } from 'wxt/utils/define-content-script';
import { installGates } from '../lib/page/gates.ts';

export default defineContentScript({
  matches: ['https://chatgpt.com/*', 'https://*.chatgpt.com/*', 'https://chat.openai.com/*'],
  runAt: 'document_start',
  world: 'MAIN',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main: installGates,
});
