import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Unseal keys of HashiCorp Vault: 33 bytes in base64, named so or given to the command.
 * https://developer.hashicorp.com/vault/docs/concepts/seal
 */
export const vaultUnsealKey: Detector = {
  id: 'vault-unseal-key',
  title: 'Vault unseal key',
  category: 'credential',
  severity: 'critical',
  pattern:
    /\bunseal(?:[ _-]?key)?(?:[ _-]?\d{1,2})?[\"']?[ \t]{0,4}[:= ][ \t]{0,4}[\"']?(?<secret>[A-Za-z0-9+\/]{44}|[0-9a-f]{66})(?![A-Za-z0-9+\/=])/gi,
  anchors: ['unseal'],
  verify: looksReal,
};
