import * as z from 'zod/mini';
import { FormField } from '../sinks/form.ts';
import { sinkProblems } from '../vocabulary.ts';
import { day } from './contract.ts';

// What the console and its endpoint say to each other about sinks.

const sinkSettings = z.record(z.string(), z.unknown());

export const SinkList = z.strictObject({
  sinks: z.array(
    z.strictObject({
      id: z.uuidv4(),
      kind: z.string(),
      title: z.string(),
      settings: sinkSettings,
      hasSecret: z.boolean(),
      enabled: z.boolean(),
      createdOn: day,
      failingSince: z.nullable(day),
      lastProblem: z.nullable(z.enum(sinkProblems)),
      waiting: z.int(),
      dead: z.int(),
    }),
  ),
  /** What there is to choose from, and what is asked for each. */
  kinds: z.array(z.strictObject({ kind: z.string(), title: z.string(), form: z.array(FormField) })),
});
export type SinkKind = SinkList['kinds'][number];
export type SinkList = z.infer<typeof SinkList>;
export const SinkMade = z.strictObject({ id: z.uuidv4() });
export const ReplayRequest = z.strictObject({ from: day, to: day });
/** What a test event came to. */
export const SinkTested = z.strictObject({ arrived: z.boolean(), problem: z.nullable(z.enum(sinkProblems)) });
export type SinkTested = z.infer<typeof SinkTested>;
