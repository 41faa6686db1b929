import { api, commonHeaders, options } from './bootstrap.js';
import { post } from './calls.js';
import { putBytes, send } from './natives.js';
import { state } from './state.js';

async function process(fileId, { name, surface }) {
  const path = `${api}/files/process_upload_stream`;
  const body = {
    file_id: fileId,
    use_case: 'my_files',
    index_for_retrieval: true,
    file_name: name,
    entry_surface: surface,
    metadata: { store_in_library: true },
  };
  const response = await send(path, {
    method: 'POST',
    headers: { ...commonHeaders(path), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  // The progress comes as one JSON object per line.
  const lines = (await response.text()).trim().split('\n');
  return (
    response.ok && lines.map((line) => JSON.parse(line)).some(({ event }) => event === 'file.processing.completed')
  );
}

function description({ file, name, method, surface }) {
  return {
    file_name: name,
    file_size: file.size,
    use_case: file.type.startsWith('image/') ? 'multimodal' : 'my_files',
    mime_type: file.type,
    client_resolved_mime_type: file.type,
    mime_resolution_source: 'browser',
    entry_surface: surface,
    selection_method: method,
    timezone_offset_min: new Date().getTimezoneOffset(),
    reset_rate_limits: false,
    supports_direct_azure_multipart: true,
    store_in_library: true,
    library_persistence_mode: 'opportunistic',
  };
}

async function sha256(file) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const isStored = (status) => status >= 200 && status <= 299;

/** Reserve, put the bytes to the storage host, have them read. */
async function byStorage(given) {
  const reserved = await post('/files', description(given));
  if (!reserved) return undefined;
  if (!isStored(await putBytes(reserved.upload_url, given.file, options.upload))) return undefined;
  return (await process(reserved.file_id, given).catch(() => false)) ? reserved.file_id : undefined;
}

/** The bytes go through the product's own host. */
async function byEstuary(given) {
  const reserved = await post('/files', description(given));
  if (!reserved) return undefined;
  const path = `${api}/estuary/upload_content_bytes`;
  const body = new FormData();
  body.append('file', given.file, given.name);
  body.append('upload_url', reserved.upload_url);
  const response = await send(path, { method: 'POST', headers: commonHeaders(path), body }).catch(() => undefined);
  if (!response?.ok) return undefined;
  return (await process(reserved.file_id, given).catch(() => false)) ? reserved.file_id : undefined;
}

let reservation;

/** Made before there is a file, so that the first one has its place at once. */
export function reserveAhead() {
  if (options.uploadFlow === 'reservation')
    reservation = post('/files/upload_reservations', { intended_use_case: 'my_files' });
}

/** First the hash, in case the library has it; then into the place that was reserved. */
async function byReservation(given) {
  await post('/files/library/reuse', { file_size_bytes: given.file.size, sha256_digest: await sha256(given.file) });
  const place = await reservation;
  reserveAhead();
  if (!place) return undefined;
  if (!isStored(await putBytes(place.upload_url, given.file, options.upload))) return undefined;
  const claimed = await post(`/files/upload_reservations/${place.reservation_id}/claim_and_finish`, description(given));
  return claimed?.file_id;
}

const flows = { storage: byStorage, estuary: byEstuary, reservation: byReservation };

/** Uploads a file at once, as the real page does; resolves with its id, with `undefined` where anything on the way failed. */
export const upload = (given) => flows[options.uploadFlow](given);

/** Puts a file into the composer and uploads it; `changed` is called at each step. */
export async function attach(file, { method, isBigPaste = false, changed }) {
  const attachment = { file, id: undefined, name: file.name, isBigPaste, status: 'uploading' };
  state.attachments.push(attachment);
  changed();
  attachment.id = await upload({ file, name: file.name, method, surface: 'chat_composer' });
  attachment.status = attachment.id === undefined ? 'failed' : 'ready';
  changed();
}
