import type { Notice, Origin } from './channel.ts';
import { alertEventTitles, alertLevelTitles, alertTitles } from './words.ts';

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** One mail for all that is to be told: plain text without a number of anything. */
export function mailText(notices: readonly Notice[], { orgId, page }: Origin): MailText {
  const [first, ...others] = notices;
  if (first === undefined) throw new TypeError('a mail tells something');
  return {
    subject: others.length === 0 ? `Sluice: ${headline(first)}` : `Sluice: ${headline(first)}, and more`,
    text: [
      `Sluice of the organisation ${orgId} has something to tell.`,
      ...notices.map(paragraph),
      `The console shows all that is open:\n${page}`,
      'This mail names no person, no browser and no number.\nWho gets it, and for which alerts, is set in the console.',
    ].join('\n\n'),
  };
}

function headline({ kind, level, event, group }: Notice): string {
  if (event === 'test') return 'a test of the alerts';
  const where = group === undefined ? '' : ` (${sayGroup(group)})`;
  const prefix = event === 'closed' ? 'Over' : alertLevelTitles[level];
  return `${prefix}: ${alertTitles[kind]}${where}`;
}

function paragraph(notice: Notice): string {
  const { event, group, since } = notice;
  if (event === 'test') return 'This is a test. Nothing is wrong.';
  return [
    headline(notice),
    ...(group === undefined ? [] : [`Group: ${sayGroup(group)}`]),
    `Since: ${since}`,
    `Now: ${alertEventTitles[event]}`,
  ].join('\n');
}

function sayGroup(group: string): string {
  return group === '' ? 'browsers without a group' : group;
}
