import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of TrueNAS: a number, a dash, 64 letters and digits, where a word says that it is one.
 * https://www.truenas.com/docs/scale/scaletutorials/toptoolbar/managingapikeys/
 */
export const truenasKey: Detector = {
  id: 'truenas-key',
  title: 'TrueNAS key',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?:api_?key|truenas|authorization)[^\n]{0,40}?(?:\n\s{0,16}[\"']params[\"']:[ ]?)?[\"'\s:](?:\[\s{0,16}[\"'])?[^\n]{0,2}(?<secret>\d{1,3}-[A-Za-z0-9]{64})(?![A-Za-z0-9])/gi,
  anchors: ['api_key', 'apikey', 'truenas', 'authorization'],
  verify: looksReal,
};
