import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API tokens of Onfido, with their region.
 * https://documentation.identity.entrust.com/api/latest/
 */
export const onfidoToken: Detector = {
  id: 'onfido-token',
  title: 'Onfido token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9])api_(?:live|sandbox)(?:_(?:us|ca|eu))?\.[A-Za-z0-9_-]{11}\.[A-Za-z0-9_-]{32}(?![A-Za-z0-9_-])/g,
  anchors: ['api_live', 'api_sandbox'],
  verify: looksReal,
};
