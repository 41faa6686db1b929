import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Service client keys of Authress.
 * https://authress.io/knowledge-base/docs/authorization/service-clients/secrets-scanning/
 */
export const authressKey: Detector = {
  id: 'authress-key',
  title: 'Authress key',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9])(?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[a-zA-Z0-9+\/_=-]{30,120}(?![A-Za-z0-9+\/=])/g,
  anchors: ['.acc_', '.acc-'],
  verify: looksReal,
};
