import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal tokens and secret keys of Supabase.
 * https://supabase.com/docs/guides/api/api-keys
 */
export const supabaseKey: Detector = {
  id: 'supabase-key',
  title: 'Supabase key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])(?:sbp_(?:v0_)?[0-9a-f]{40}|sb_secret_[A-Za-z0-9_-]{31,64})(?![A-Za-z0-9_-])/g,
  anchors: ['sbp_', 'sb_secret_'],
  verify: looksReal,
};
