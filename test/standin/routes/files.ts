import { empty, json, product, readObject, refused, textOf } from '../call.ts';
import type { Call, Reply, Route, World } from '../call.ts';

const storage = /(^|\.)oaiusercontent\.com$|\.blob\.core\.windows\.net$/;

/** An address that is signed for a short time, as Azure's shared access signatures are. */
function signedUrl(fileId: string, { tokens }: World): string {
  const query = new URLSearchParams({
    se: new Date(Date.now() + 36e5).toISOString(),
    sp: 'c',
    sv: '2026-02-06',
    sr: 'b',
    sig: tokens.base64(32),
  });
  return `https://files.oaiusercontent.com/files/${fileId}/raw?${query.toString()}`;
}

function reserve(call: Call, world: World): Reply {
  const body = readObject(call.body);
  if (!body) return refused(422, 'JSON decode error');
  const fileId = world.tokens.fileId();
  world.files.set(fileId, textOf(body['file_name'], 'file'));
  return json({ status: 'success', file_id: fileId, upload_url: signedUrl(fileId, world) });
}

/** The events by which the service tells how it reads a file. */
function processUpload(call: Call, { tokens }: World): Reply {
  const body = readObject(call.body);
  if (!body) return refused(422, 'JSON decode error');
  const fileId = textOf(body['file_id']);
  const steps = ['file.processing.started', 'file.indexing.completed', 'file.processing.completed'];
  const lines = steps.map((event, step) =>
    JSON.stringify({
      file_id: fileId,
      event,
      message: 'ok',
      progress: ((step + 1) * 100) / steps.length,
      extra: { request_id: tokens.uuid() },
    }),
  );
  return { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body: `${lines.join('\n')}\n` };
}

const download = (call: Call, world: World): Reply =>
  json({
    status: 'success',
    download_url: signedUrl(call.params['id'] ?? 'file', world),
    file_name: world.files.get(call.params['id'] ?? '') ?? 'file',
    metadata: null,
  });

function reservation(_: Call, world: World): Reply {
  const id = world.tokens.uuid();
  return json({ status: 'success', reservation_id: id, upload_url: signedUrl(world.tokens.fileId(), world) });
}

const direct = (_: Call, { tokens }: World): Reply => json({ status: 'success', file_id: tokens.fileId() });

const on = (method: string, path: string, answer: Route['answer']): Route => ({ host: product, method, path, answer });

const estuary = ['/backend-*', '/api'].flatMap((base) =>
  ['upload_content_bytes', 'upload_content_and_finalize'].map((name) => on('POST', `${base}/estuary/${name}`, direct)),
);

const stored: Route = {
  host: storage,
  method: 'PUT',
  path: '/*',
  answer: () => ({ ...empty(201), headers: { etag: '"0x8"' } }),
};
const kept: Route = {
  host: storage,
  method: 'GET',
  path: '/*',
  answer: () => ({ status: 200, headers: { 'content-type': 'text/plain' }, body: 'The stand-in keeps no files.' }),
};

/** A file of an answer, as the page offers it by a link: the navigation ends as a download. */
const offered: Route = on('GET', '/backend-*/estuary/content', () => ({
  status: 200,
  headers: { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="table.csv"' },
  body: 'a,b\n1,2\n',
}));

/** Files: the reservation at the product host, the bytes at the storage host, and the reading afterwards. */
export const fileRoutes: readonly Route[] = [
  on('POST', '/backend-*/files', reserve),
  on('POST', '/backend-*/files/process_upload_stream', processUpload),
  on('POST', '/backend-*/files/:id/uploaded', download),
  on('GET', '/backend-*/files/:id/download', download),
  on('GET', '/backend-*/conversation/:conversation/attachment/:id/download', download),
  on('POST', '/backend-*/files/upload_reservations', reservation),
  on('POST', '/backend-*/files/upload_reservations/:id/claim_and_finish', direct),
  on('POST', '/backend-*/files/library/reuse', () => json({ status: 'not_found' })),
  on('POST', '/backend-*/files/library/files', () => json({ items: [] })),
  on('GET', '/backend-*/files/library/files', () => json({ items: [] })),
  on('POST', '/backend-*/file_upload_action_suggestions', () => json({ suggestions: [] })),
  ...estuary,
  offered,
  stored,
  kept,
];
