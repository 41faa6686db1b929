import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Slack bot, user, app and legacy tokens.
 * https://docs.slack.dev/authentication/tokens/
 */
export const slackToken: Detector = {
  id: 'slack-token',
  title: 'Slack token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])(?:xox[abeprs]-(?:\d{1,14}-){0,4}[A-Za-z0-9-]{10,250}|xapp-\d-[A-Z0-9]{8,15}-\d{8,15}-[a-f0-9]{60,70})(?![A-Za-z0-9])/g,
  anchors: ['xoxa-', 'xoxb-', 'xoxe-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-'],
  verify: looksReal,
};
