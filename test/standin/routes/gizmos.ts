import { z } from 'zod/mini';
import { json, product, readObject, refused } from '../call.ts';
import type { Call, Reply, Route, World } from '../call.ts';

const Display = z.strictObject({
  name: z.string(),
  description: z.string(),
  prompt_starters: z.array(z.string()),
  welcome_message: z.string(),
  profile_picture_id: z.null(),
});
const KnowledgeFile = z.strictObject({ file_id: z.string(), name: z.string(), size: z.int(), type: z.string() });
const gpt = {
  display: Display,
  instructions: z.string(),
  files: z.array(KnowledgeFile),
  tools: z.array(z.strictObject({ type: z.string() })),
  training_disabled: z.boolean(),
};
const Gpt = z.strictObject(gpt);
const Draft = z.strictObject({ ...gpt, gizmo_id: z.nullable(z.string()), draft_id: z.nullable(z.string()) });

const malformed = (): Reply => refused(422, [{ type: 'value_error', loc: ['body'], msg: 'Not a GPT' }]);
const unknown = (): Reply => refused(404, { code: 'gizmo_not_found', message: 'GPT not found' });

const shown = (id: string, { display }: z.infer<typeof Gpt>): Reply =>
  json({ resource: { gizmo: { id, short_url: id, display }, tools: [], files: [] } });

function isKnownFile(file: z.infer<typeof KnowledgeFile>, { files }: World): boolean {
  return files.get(file.file_id) === file.name;
}

function create(call: Call, world: World): Reply {
  const asked = Gpt.safeParse(readObject(call.body));
  if (!asked.success || !asked.data.files.every((file) => isKnownFile(file, world))) return malformed();
  const id = `g-${world.tokens.hex(32)}`;
  world.gpts.add(id);
  return shown(id, asked.data);
}

function change(call: Call, world: World): Reply {
  const asked = Gpt.safeParse(readObject(call.body));
  if (!asked.success || !asked.data.files.every((file) => isKnownFile(file, world))) return malformed();
  const id = call.params['id'] ?? '';
  return world.gpts.has(id) ? shown(id, asked.data) : unknown();
}

function draft(call: Call, { gpts, tokens }: World): Reply {
  const asked = Draft.safeParse(readObject(call.body));
  if (!asked.success) return malformed();
  const { draft_id: known, gizmo_id: of } = asked.data;
  if (of !== null && !gpts.has(of)) return unknown();
  return json({ id: known ?? tokens.uuid(), status: 'ok' });
}

const on = (method: string, path: string, answer: Route['answer']): Route => ({ host: product, method, path, answer });

/** GPTs and how they are made. Of the bodies no capture is known: they are put together from the names of the older ones (facts 2.0). */
export const gizmoRoutes: readonly Route[] = [
  on('GET', '/backend-*/gizmos/*', () => json({ items: [], cursor: null })),
  on('POST', '/backend-*/gizmos', create),
  on('POST', '/backend-*/gizmos/:id', change),
  on('PATCH', '/backend-*/gizmos/:id', change),
  on('POST', '/backend-*/gizmo_editor/drafts', draft),
];
