import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal access tokens of Contentful.
 * https://www.contentful.com/developers/docs/references/authentication/
 */
export const contentfulToken: Detector = {
  id: 'contentful-token',
  title: 'Contentful token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])CFPAT-[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
