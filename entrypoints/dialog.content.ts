import { defineContentScript } from 'wxt/utils/define-content-script';
import { openDialog, showNotice } from '../components/dialog-host.tsx';
import { offerDialog } from '../lib/guard/dialog-port.ts';
import { justifications } from '../lib/vocabulary/actions.ts';

/** Injected by the service worker on the first finding, into the top frame only. */
export default defineContentScript({
  registration: 'runtime',
  matches: ['https://chatgpt.com/*'],
  main: () => offerDialog({ open: (request) => openDialog({ ...request, justifications }), notice: showNotice }),
});
