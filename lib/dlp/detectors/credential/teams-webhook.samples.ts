import type { Samples } from '../../types.ts';

const hex = '9f3a71c04b5e'.repeat(6); // built here so that no token-like literal is committed
const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
const path = `${id}@${id}/IncomingWebhook/${hex.slice(0, 32)}/${id}`;
export default {
  hits: [
    `https://corp.webhook.office.com/webhookb2/${path}`,
    `https://outlook.office.com/webhook/${path}`,
    `curl -d @card.json https://outlook.office365.com/webhook/${path}`,
  ],
  misses: [
    `https://outlook.office.com/webhook/${id}`,
    `https://outlook.office.com/other/${path}`,
    `https://corp.webhook.office.com/webhookb2/${path}99`,
  ],
} satisfies Samples;
