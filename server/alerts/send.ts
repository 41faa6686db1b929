import type { StoredDestination } from '../store/alert-destinations.ts';
import type { StoredNotice } from '../store/alert-notices.ts';
import { sealLabel } from '../sinks/receiver.ts';
import type { Reach } from '../sinks/send.ts';
import { wordFor } from '../sinks/send.ts';
import { SinkProblem, forAll } from '../sinks/sink.ts';
import type { Delivered } from '../sinks/sink.ts';
import { fleetAlertKinds } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import type { Notice } from './channel.ts';
import { channels } from './registry.ts';

export interface NoticeCall {
  readonly destination: StoredDestination;
  readonly reach: Reach;
  readonly signal: AbortSignal;
  /** The public address of the console. No slash at its end. */
  readonly publicUrl: string;
}

/** What is told of a stored notice: the group where it is about one, and no id of a sink. */
export function noticeOf({ id, alert_id: alertId, kind, subject, level, since, event }: StoredNotice): Notice {
  const isOfGroup = fleetAlertKinds.some((one) => one === kind);
  return { id, alertId, kind, level, event, since, ...(isOfGroup && { group: subject }) };
}

/** Hands notices to a destination and never throws: what went wrong is in the verdicts. */
export async function sendNotices(
  workings: Workings,
  { destination, reach, signal, publicUrl }: NoticeCall,
  notices: readonly Notice[],
): Promise<Delivered> {
  const { keys, clock, orgId } = workings;
  try {
    const channel = channels.get(destination.channel);
    if (channel === undefined) throw new SinkProblem('settings-unreadable');
    const label = sealLabel('alert-destination', destination.channel, destination.settings);
    const secret = destination.secret === null ? undefined : keys.unseal(destination.secret, label);
    if (secret === undefined && (destination.secret !== null || channel.secret === 'required'))
      throw new SinkProblem('secret-unreadable'); // sealed with another key, or for another receiver
    const settings: unknown = JSON.parse(destination.settings);
    if (channel.misfit(settings, secret) !== undefined) throw new SinkProblem('settings-unreadable');
    const order = { settings, secret, now: clock(), ...reach, signal };
    const delivered = await channel.send(notices, { orgId, page: `${publicUrl}/alerts` }, order);
    if (delivered.length !== notices.length) throw new Error('a verdict for each notice');
    return delivered;
  } catch (error) {
    return forAll(notices, { verdict: 'again', problem: wordFor(workings, error) });
  }
}
