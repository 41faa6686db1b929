import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Addresses that open a file for whoever has them: shared access signatures of Azure, presigned ones of Amazon S3 and Google Cloud
 * Storage, signed ones of CloudFront.
 * https://learn.microsoft.com/azure/storage/common/storage-sas-overview
 */
export const signedUrl: Detector = {
  id: 'signed-url',
  title: 'Signed address',
  category: 'credential',
  severity: 'medium',
  pattern:
    /(?<=[?&;])(?:sig=(?<secret>[A-Za-z0-9%+\/]{40,64}(?:%3D|=)(?!\w))|X-(?:Amz|Goog)-Signature=(?<secret2>[0-9a-f]{64,512})|Signature=(?<secret3>[A-Za-z0-9%~_-]{40,400})(?=&Key-Pair-Id=|&Expires=))/gi,
  anchors: ['sig=', 'signature='],
  verify: looksReal,
};
