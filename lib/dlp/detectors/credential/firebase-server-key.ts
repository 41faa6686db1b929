import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Legacy server keys of Firebase Cloud Messaging.
 * https://firebase.google.com/docs/cloud-messaging/auth-server
 */
export const firebaseServerKey: Detector = {
  id: 'firebase-server-key',
  title: 'Firebase server key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])AAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{140}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
