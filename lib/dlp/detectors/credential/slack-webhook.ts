import type { Detector } from '../../types.ts';

/**
 * Slack incoming webhooks: whoever has the address can post.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
 */
export const slackWebhook: Detector = {
  id: 'slack-webhook',
  title: 'Slack webhook',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])hooks\.slack\.com\/(?:services|workflows|triggers)\/(?:T[A-Z0-9]{6,12}\/[A-Z0-9]{6,14}(?:\/\d{6,20})?\/[A-Za-z0-9]{16,32}|[A-Za-z0-9+\/]{43,56})(?![A-Za-z0-9_])/g,
};
