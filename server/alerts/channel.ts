import * as z from 'zod/mini';
import type { AlertChannelName, AlertEvent, AlertKind, AlertLevel } from '../vocabulary.ts';
import { SinkProblem } from '../sinks/sink.ts';
import type { Delivered, Order } from '../sinks/sink.ts';

/** What a channel tells. It has no number, and no name but a group's, which has five browsers or more. */
export interface Notice {
  readonly id: string;
  /** The same for all that is told of one alert. */
  readonly alertId: string;
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  /** `test` is what the test button sends. */
  readonly event: AlertEvent | 'test';
  /** Empty for browsers without a group; absent where no group is meant. */
  readonly group?: string;
  /** UTC day, `YYYY-MM-DD`. */
  readonly since: string;
}

/** From where it is told. */
export interface Origin {
  readonly orgId: string;
  /** The page that shows alerts. */
  readonly page: string;
}

export type Misfit = 'bad-settings' | 'bad-secret' | 'secret-needed';

/** One way by which alerts reach people. `send` answers for each notice, or throws `SinkProblem` when none of them arrived. */
export interface Channel<Settings = unknown> {
  readonly channel: AlertChannelName;
  readonly settings: z.ZodMiniType<Settings>;
  readonly secret: 'optional' | 'required';
  /** What is wrong with settings and secret together. */
  misfit(settings: Settings, secret: string | undefined): Misfit | undefined;
  send(notices: readonly Notice[], origin: Origin, order: Order<Settings>): Promise<Delivered>;
}

/** A channel whose settings are read by its own schema at each use: what is stored is not trusted. */
export function defineChannel<Settings>(channel: Channel<Settings>): Channel {
  return {
    ...channel,
    misfit(settings, secret) {
      const parsed = z.safeParse(channel.settings, settings);
      return parsed.success ? channel.misfit(parsed.data, secret) : 'bad-settings';
    },
    send: async (notices, origin, order) => {
      const parsed = z.safeParse(channel.settings, order.settings);
      if (!parsed.success) throw new SinkProblem('settings-unreadable');
      return channel.send(notices, origin, { ...order, settings: parsed.data });
    },
  };
}
