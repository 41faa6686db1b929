import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secrets of service accounts of MongoDB Atlas.
 * https://www.mongodb.com/docs/atlas/api/service-accounts-overview/
 */
export const mongodbAtlasSecret: Detector = {
  id: 'mongodb-atlas-secret',
  title: 'MongoDB Atlas secret',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])mdb_sa_sk_[A-Za-z0-9_-]{40}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
