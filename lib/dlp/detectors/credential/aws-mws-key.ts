import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Amazon Marketplace: `amzn.mws.` and a UUID.
 * https://developer-docs.amazon.com/sp-api/docs
 */
export const awsMwsKey: Detector = {
  id: 'aws-mws-key',
  title: 'Amazon MWS token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
