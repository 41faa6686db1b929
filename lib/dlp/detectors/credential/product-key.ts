import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Product and licence keys: five groups of five capitals and digits, where a word says so.
 * https://support.microsoft.com/windows/find-your-windows-product-key-aaa2bf69-7b2b-9f13-f581-a806abf0a886
 */
export const productKey: Detector = {
  id: 'product-key',
  title: 'Product key',
  category: 'credential',
  severity: 'medium',
  pattern:
    /(?:licen[sc]e|product|serial|activation|windows|office|volume|cd)[ _-]?(?:key|code|number|no\.?)?(?:[ ](?:is|for|of)[^\n:=]{0,30})?[\"\']?[ ]?[:=]?\s{1,4}[\"\']?(?<secret>[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4})(?![A-Z0-9-])/gi,
  anchors: ['licen', 'product', 'serial', 'activation', 'windows', 'office', 'volume', 'cd'],
  verify: looksReal,
};
