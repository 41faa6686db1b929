import { createHash } from 'node:crypto';
import { BlobDictionary, BlobName, largestBlob } from '../../lib/contract/policy.ts';
import type { InlineDictionary } from '../../lib/contract/policy.ts';
import { readDictionary } from '../../lib/dlp/organisation/dictionary.ts';
import { BlobInUse, removeBlob, unused, usesOfBlobs } from '../store/blob-uses.ts';
import { listBlobs, putBlob, sumBlobs } from '../store/blobs.ts';
import type { Workings } from '../workings.ts';
import { DictionaryUpload } from './dictionaries-contract.ts';
import type { DictionaryList } from './dictionaries-contract.ts';
import { act } from './handler.ts';
import type { Handler } from './handler.ts';
import { readJson } from '../api/body.ts';

/** Of an upload: base64 and a few lines. */
export const mostUploadBytes = 3 * 1024 * 1024;
/** Bytes of all lists together. */
const mostStored = 64 * 1024 * 1024;

/** `GET /api/dictionaries`: the lists that policies may name, with where they are in use. */
export function dictionariesHandler({ db }: Workings): Handler {
  return async (c) => {
    const uses = await usesOfBlobs(db);
    const blobs = await listBlobs(db);
    return c.json({
      dictionaries: blobs.map(({ sha256, entry, uploaded_by: uploadedBy }) => ({
        entry: BlobDictionary.parse(JSON.parse(entry)),
        uploadedBy,
        ...(uses.get(sha256) ?? unused),
      })),
    } satisfies DictionaryList);
  };
}

/** `POST /api/dictionaries`: stores a list by its hash. It does nothing until two people publish a policy that names it. */
export function uploadHandler(workings: Workings): Handler {
  return async (c) => {
    const body = await readJson(c, mostUploadBytes);
    if (!body.ok) return c.json({ reason: body.reason }, body.status);
    const upload = DictionaryUpload.safeParse(body.value);
    if (!upload.success) return c.json({ reason: 'dictionary-refused', where: placeOf(upload.error) }, 422);
    const read = readUpload(upload.data);
    if (typeof read === 'string') return c.json({ reason: 'dictionary-refused', why: read }, 422);
    const { entry, data } = read;
    const { sha256, bytes, terms } = entry;
    const isStored = await act(c, workings, async (queries) => {
      if ((await sumBlobs(queries, sha256)) + bytes > mostStored) return { value: false, target: undefined };
      const [uploadedBy, now] = [c.get('caller').name, workings.clock()];
      await putBlob(queries, { sha256, bytes, entry: JSON.stringify(entry), data, uploadedBy, now });
      return { value: true, target: sha256, detail: { title: entry.title, terms } };
    });
    return isStored ? c.json({ entry }) : c.json({ reason: 'dictionaries-full' }, 409);
  };
}

function placeOf({ issues: [issue] }: { readonly issues: readonly { readonly path: PropertyKey[] }[] }): string {
  return issue?.path.map(String).join('.') ?? '';
}

interface ReadUpload {
  readonly entry: BlobDictionary;
  /** Base64, in the one form that decodes to these bytes. */
  readonly data: string;
}

/** The bytes behind an upload, read as every browser reads them; else why they are none. */
function readUpload({ data, ...about }: InlineDictionary): ReadUpload | string {
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > largestBlob) return 'The list is too long: it may have 200,000 terms.';
  const list = readDictionary(bytes);
  if (list === undefined) return 'The data is no list of fingerprints.';
  if (list.terms !== about.terms) return 'The list does not hold as many terms as it says.';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { entry: { ...about, sha256, bytes: bytes.length }, data: bytes.toString('base64') };
}

/** `DELETE /api/dictionaries/:id`: one that nothing needs, to make room. The id is its SHA-256. */
export function removeDictionaryHandler(workings: Workings): Handler {
  return async (c) => {
    const name = BlobName.safeParse(c.req.param('id'));
    if (!name.success) return c.json({ reason: 'not-found' }, 404);
    try {
      const isGone = await act(c, workings, async (queries) => {
        const removed = await removeBlob(queries, name.data);
        return { value: removed, target: removed ? name.data : undefined };
      });
      return isGone ? c.json({ done: true }) : c.json({ reason: 'not-found' }, 404);
    } catch (error) {
      if (error instanceof BlobInUse) return c.json({ reason: 'dictionary-in-use' }, 409);
      throw error;
    }
  };
}
