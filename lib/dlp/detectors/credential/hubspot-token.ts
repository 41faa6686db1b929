import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Private app tokens of HubSpot: `pat-`, a region and a UUID.
 * https://developers.hubspot.com/docs/guides/apps/private-apps/overview
 */
export const hubspotToken: Detector = {
  id: 'hubspot-token',
  title: 'HubSpot token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])pat-(?:na|eu|ap)\d-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  anchors: ['pat-na', 'pat-eu', 'pat-ap'],
  verify: looksReal,
};
