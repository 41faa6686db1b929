import type { ContactFailure } from '../contract/membership.ts';
import { pushIncidents } from './push-incidents.ts';
import type { PushOptions } from './push-incidents.ts';
import { sendReplies } from './send-replies.ts';

/** What came of a whole round. `later` is in milliseconds. */
export type Round =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: ContactFailure;
      readonly later: number;
      /** The endpoint may sign with a key that only the next policy names. */
      readonly wantsPolicy: boolean;
    };

/** A round sends at most this many batches; the rest is the next one's. */
const mostBatches = 40;
/** An endpoint that loses what it has just acknowledged must not be asked for ever. */
const mostSetbacks = 2;

/** Sends batch after batch, until nothing is due or something is in the way; then what people said to messages. */
export async function pushAll(options: PushOptions): Promise<Round> {
  let setbacks = 0;
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const result = await pushIncidents(options);
    switch (result.kind) {
      case 'nothing':
        return sendReplies(options);
      case 'pushed':
        break;
      case 'behind':
      case 'restarted':
        setbacks += 1;
        if (setbacks > mostSetbacks) return { ok: false, reason: 'refused', later: 0, wantsPolicy: false };
        break;
      case 'stuck':
      case 'receipt-refused':
        return { ok: false, reason: 'refused', later: 0, wantsPolicy: result.kind === 'receipt-refused' };
      case 'failed':
        return { ok: false, reason: result.failure.reason, later: result.failure.later, wantsPolicy: false };
    }
  }
  return { ok: true };
}
