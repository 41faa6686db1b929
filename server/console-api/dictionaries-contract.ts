import * as z from 'zod/mini';
import { BlobDictionary, InlineDictionary } from '../../lib/contract/policy.ts';

/** What `sluice dictionary` writes. */
export const DictionaryUpload = InlineDictionary;

/** `entry` is what a policy says of the list. */
export const DictionaryMade = z.strictObject({ entry: BlobDictionary });

export const DictionaryList = z.strictObject({
  dictionaries: z.array(
    z.strictObject({
      entry: BlobDictionary,
      uploadedBy: z.string(),
      inForce: z.boolean(),
      /** In one of the policies that the history shows. */
      inHistory: z.boolean(),
      /** In a proposal that waits for a decision. */
      proposed: z.boolean(),
    }),
  ),
});
export type DictionaryList = z.infer<typeof DictionaryList>;
export type ListedDictionary = DictionaryList['dictionaries'][number];
