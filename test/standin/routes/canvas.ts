import { z } from 'zod/mini';
import { json, product, readObject, refused } from '../call.ts';
import type { Call, Reply, Route, World } from '../call.ts';
import type { Textdoc } from '../textdocs.ts';

const Comment = z.strictObject({ id: z.string(), content: z.string() });
const Save = z.strictObject({ content: z.string(), comments: z.array(Comment), version: z.int() });
const Rename = z.strictObject({ title: z.string() });

const shown = ({ id, title, content, version }: Textdoc): Readonly<Record<string, unknown>> => ({
  id,
  title,
  content,
  version,
  textdoc_type: 'document',
  comments: [],
});

const unknown = (): Reply => refused(404, { code: 'textdoc_not_found', message: 'Document not found' });
const malformed = (): Reply =>
  refused(422, [{ type: 'value_error', loc: ['body'], msg: 'Not a change of a document' }]);

function save(call: Call, { textdocs }: World): Reply {
  const asked = Save.safeParse(readObject(call.body));
  if (!asked.success) return malformed();
  const document = textdocs.get(call.params['id'] ?? '');
  if (!document) return unknown();
  if (asked.data.version !== document.version) return refused(409, 'The document was changed elsewhere.');
  document.content = asked.data.content;
  document.version += 1;
  return json(shown(document));
}

function rename(call: Call, { textdocs }: World): Reply {
  const asked = Rename.safeParse(readObject(call.body));
  if (!asked.success) return malformed();
  const document = textdocs.get(call.params['id'] ?? '');
  if (!document) return unknown();
  document.title = asked.data.title;
  return json(shown(document));
}

const on = (method: string, path: string, answer: Route['answer']): Route => ({ host: product, method, path, answer });

/** Documents beside a chat, and what a person changes in them (facts 2.6). */
export const canvasRoutes: readonly Route[] = [
  on('GET', '/backend-*/conversation/:id/textdocs', ({ params }, { textdocs }) =>
    json(textdocs.ofConversation(params['id'] ?? '').map(shown)),
  ),
  on('POST', '/backend-*/textdoc/:id', save),
  on('POST', '/backend-*/textdoc/:id/rename', rename),
];
