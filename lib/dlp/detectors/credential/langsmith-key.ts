import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of LangSmith, of a person or of a service.
 * https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key
 */
export const langsmithKey: Detector = {
  id: 'langsmith-key',
  title: 'LangSmith key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}(?![A-Za-z0-9_-])/g,
  anchors: ['lsv2_'],
  verify: looksReal,
};
