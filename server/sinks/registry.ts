import { elastic } from './elastic.ts';
import { otlp } from './otlp.ts';
import type { Sink } from './sink.ts';
import { splunk } from './splunk.ts';
import { syslog } from './syslog.ts';
import { webhook } from './webhook.ts';

/** Every way out, in the order in which people are offered them. The kind is stored and never changes. */
const sinks: readonly Sink[] = [syslog, splunk, elastic, otlp, webhook];

export const sinkKinds: ReadonlyMap<string, Sink> = new Map(sinks.map((sink) => [sink.kind, sink]));
