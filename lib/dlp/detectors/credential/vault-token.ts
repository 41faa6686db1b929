import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Service, batch and recovery tokens of HashiCorp Vault.
 * https://developer.hashicorp.com/vault/docs/concepts/tokens
 */
export const vaultToken: Detector = {
  id: 'vault-token',
  title: 'HashiCorp Vault token',
  category: 'credential',
  severity: 'critical',
  pattern: /(?<![A-Za-z0-9_.])(?:hv[sbr]\.|s\.CAES)[A-Za-z0-9_-]{24,300}(?![A-Za-z0-9_-])/g,
  anchors: ['hvs.', 'hvb.', 'hvr.', 's.caes'],
  verify: looksReal,
};
