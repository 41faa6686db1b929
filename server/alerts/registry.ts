import type { Channel } from './channel.ts';
import { mail } from './mail.ts';
import { webhook } from './webhook.ts';

const all: readonly Channel[] = [mail, webhook];

/** Every way by which alerts reach people. The name is stored and never changes. */
export const channels: ReadonlyMap<string, Channel> = new Map(all.map((channel) => [channel.channel, channel]));
