import { api, commonHeaders, options } from './bootstrap.js';
import { post } from './calls.js';
import { putBytes, send } from './natives.js';
import { state } from './state.js';

async function process(fileId, name) {
  const path = `${api}/files/process_upload_stream`;
  const body = {
    file_id: fileId,
    use_case: 'my_files',
    index_for_retrieval: true,
    file_name: name,
    entry_surface: 'chat_composer',
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

async function upload({ file, name, method }) {
  const reserved = await post('/files', {
    file_name: name,
    file_size: file.size,
    use_case: file.type.startsWith('image/') ? 'multimodal' : 'my_files',
    mime_type: file.type,
    client_resolved_mime_type: file.type,
    mime_resolution_source: 'browser',
    entry_surface: 'chat_composer',
    selection_method: method,
    timezone_offset_min: new Date().getTimezoneOffset(),
    reset_rate_limits: false,
    supports_direct_azure_multipart: true,
    store_in_library: true,
    library_persistence_mode: 'opportunistic',
  });
  if (!reserved) return undefined;
  const status = await putBytes(reserved.upload_url, file, options.upload);
  if (status < 200 || status > 299) return undefined;
  return (await process(reserved.file_id, name).catch(() => false)) ? reserved.file_id : undefined;
}

/** Puts a file into the composer and uploads it at once, as the real page does; `changed` is called at each step. */
export async function attach(file, { method, isBigPaste = false, changed }) {
  const attachment = { file, id: undefined, name: file.name, isBigPaste, status: 'uploading' };
  state.attachments.push(attachment);
  changed();
  attachment.id = await upload({ file, name: file.name, method });
  attachment.status = attachment.id === undefined ? 'failed' : 'ready';
  changed();
}
