import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of devices in addresses of the device API of ThingsBoard.
 * https://thingsboard.io/docs/reference/http-api/
 */
export const thingsboardToken: Detector = {
  id: 'thingsboard-token',
  title: 'ThingsBoard token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<=\/api\/v1\/)[A-Za-z0-9]{20}(?=\/(?:telemetry|attributes|rpc|claim|firmware)(?![\w-]))/g,
  anchors: ['/api/v1/'],
  verify: looksReal,
};
