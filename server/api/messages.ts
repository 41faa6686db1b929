import { Hono } from 'hono';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { MessageAnswerRequest, MessageNameRequest } from '../../lib/contract/message.ts';
import type { MessageTaken } from '../../lib/contract/message.ts';
import { takeAnswer, takeName } from '../messages.ts';
import type { Answered, Unanswered } from '../messages.ts';
import type { Workings } from '../workings.ts';
import type { DeviceEnv } from './bearer.ts';
import { limitBody, readJson } from './body.ts';

const maxBytes = 2 * 1024;
const Id = z.uuidv4();

const statuses = {
  'message-unknown': 404,
  'answered-before': 409,
  'message-over': 410,
  'bad-answer': 400,
} as const satisfies Record<Unanswered, number>;

/** `POST /v1/messages/:id/answer` and `/name`: what a person says to a message, each once. */
export function messagesRoute(workings: Workings) {
  return new Hono<DeviceEnv>()
    .post('/:id/answer', limitBody(maxBytes), (c) =>
      take(c, MessageAnswerRequest, (id, { answer }) =>
        takeAnswer(workings, { id, installId: c.get('installId'), answer }),
      ),
    )
    .post('/:id/name', limitBody(maxBytes), (c) =>
      take(c, MessageNameRequest, (id, { name }) => takeName(workings, { id, installId: c.get('installId'), name })),
    );
}

async function take<Schema extends z.ZodMiniType>(
  c: Context<DeviceEnv>,
  schema: Schema,
  keep: (id: string, request: z.output<Schema>) => Promise<Answered>,
) {
  const id = Id.safeParse(c.req.param('id'));
  if (!id.success) return c.json({ reason: 'message-unknown' }, 404);
  const body = await readJson(c, maxBytes);
  if (!body.ok) return c.json({ reason: body.reason }, body.status);
  const request = schema.safeParse(body.value);
  if (!request.success) return c.json({ reason: 'bad-request' }, 400);
  const answered = await keep(id.data, request.data);
  if (!answered.ok) return c.json({ reason: answered.reason }, statuses[answered.reason]);
  return c.json({ taken: true } satisfies z.infer<typeof MessageTaken>);
}
