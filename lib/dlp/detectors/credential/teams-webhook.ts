import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Incoming webhooks of Microsoft Teams: whoever knows the address may write to the channel.
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
 */
export const teamsWebhook: Detector = {
  id: 'teams-webhook',
  title: 'Teams webhook',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9.-])(?:[a-z0-9-]{1,63}\.webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook)\/[a-z0-9-]{36}@[a-z0-9-]{36}\/IncomingWebhook\/[a-z0-9]{32}\/[a-z0-9-]{36}(?:\/[A-Za-z0-9_-]{20,60})?(?![A-Za-z0-9_-])/gi,
  anchors: ['/incomingwebhook/'],
  verify: looksReal,
};
