import { defineContentScript } from 'wxt/utils/define-content-script';
import { startGuard } from '../lib/guard/start.ts';

export default defineContentScript({
  matches: ['https://chatgpt.com/*', 'https://*.chatgpt.com/*', 'https://chat.openai.com/*'],
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main: () => startGuard(new AbortController().signal),
});
