import type { Detector } from '../../types.ts';

/**
 * Azure storage account keys: 64 bytes in base64 (fewer for some services), as they stand in a connection string.
 * https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage
 */
export const azureStorageKey: Detector = {
  id: 'azure-storage-key',
  title: 'Azure storage key',
  category: 'credential',
  severity: 'critical',
  pattern:
    /(?<![A-Za-z0-9_])(?:AccountName=(?<also>[a-z0-9]{3,24});\s{0,4}AccountKey=(?<secret>[A-Za-z0-9+/]{40,88}={0,2})|AccountKey=(?<secret2>[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{43}=))(?![A-Za-z0-9+/=])/g,
};
