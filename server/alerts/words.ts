import type { AlertEvent, AlertKind, AlertLevel } from '../vocabulary.ts';

// What mails and the console call alerts.

export const alertTitles: Readonly<Record<AlertKind, string>> = {
  'silent-group': 'Too few browsers are heard',
  degraded: 'Many browsers are not fully protected',
  drift: 'ChatGPT has changed for many browsers',
  'ring-disagreement': 'The gates of many browsers disagree',
  'stale-policy': 'Many browsers have an old policy',
  audit: 'Browsers saw the audit log change',
  'many-overrides': 'People override warnings much more often than before',
  'network-stops': 'The network gate stops what the page’s gates let pass',
  'policy-gone': 'The database has lost its policies',
  'delegation-ending': 'The signing key is trusted for a few weeks only',
  'sink-failing': 'A SIEM is not reached',
  'dead-letters': 'A SIEM does not get everything',
  'clock-behind': 'The clock of the endpoint went back',
  'backup-old': 'The last backup is old',
};

export const alertLevelTitles: Readonly<Record<AlertLevel, string>> = { warning: 'Warning', alarm: 'Alarm' };

export const alertEventTitles: Readonly<Record<AlertEvent, string>> = {
  opened: 'it began',
  raised: 'it got worse',
  still: 'it goes on',
  closed: 'it is over',
};
