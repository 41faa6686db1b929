import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of the Block Protocol.
 * https://blockprotocol.org/docs/spec
 */
export const blockProtocolKey: Detector = {
  id: 'block-protocol-key',
  title: 'Block Protocol key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])b10ck5\.[0-9a-f]{32}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
