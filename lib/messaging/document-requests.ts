import * as z from 'zod/mini';
import { bytesInPart, largestFile, longestChanges, longestPart, mostChanges } from '../vocabulary/limits.ts';

const mostDocumentParts = Math.ceil(largestFile / bytesInPart);

const Changes = z
  .array(
    z.strictObject({
      value: z.string().check(z.minLength(1), z.maxLength(longestPart)),
      mark: z.string().check(z.maxLength(256)),
    }),
  )
  .check(
    z.minLength(1),
    z.maxLength(mostChanges),
    z.refine(
      (changes) => changes.reduce((sum, { value, mark }) => sum + value.length + mark.length, 0) <= longestChanges,
    ),
  );

/** What a frame asks about a document, in the order in which it asks. */
export const documentRequests = {
  begin: z.strictObject({ parts: z.int().check(z.positive(), z.maximum(mostDocumentParts)) }),
  part: z.strictObject({
    id: z.string(),
    place: z.int().check(z.nonnegative(), z.maximum(mostDocumentParts - 1)),
    data: z.string().check(z.maxLength((bytesInPart / 3) * 4), z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
  }),
  rewrite: z.strictObject({ id: z.string(), changes: Changes }),
  take: z.strictObject({ id: z.string(), of: z.enum(['text', 'copy']), place: z.int().check(z.nonnegative()) }),
};
