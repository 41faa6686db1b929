import { isRandomId } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Ids of Azure tenants, subscriptions and applications, known by their names. They open nothing alone and are recorded, not asked
 * about.
 * https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal
 */
export const azureId: Detector = {
  id: 'azure-id',
  title: 'Azure tenant or application',
  category: 'credential',
  severity: 'low',
  pattern:
    /(?:azure|arm|aad|ad|msal|entra)[_.-]?(?:(?:tenant|client|subscription|app(?:lication)?)[_.-]?id)[\"\'\]]{0,2}[ \t]{0,4}(?::|=>?)[ \t]{0,4}[\"\']?(?<secret>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/gi,
  anchors: ['tenant', 'client', 'subscription', 'app_id', 'app-id', 'appid', 'application'],
  verify: isRandomId,
};
