import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of RubyGems: `rubygems_` and 48 hexadecimal digits.
 * https://guides.rubygems.org/api-key-scopes/
 */
export const rubygemsKey: Detector = {
  id: 'rubygems-key',
  title: 'RubyGems key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])rubygems_[a-f0-9]{48}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
