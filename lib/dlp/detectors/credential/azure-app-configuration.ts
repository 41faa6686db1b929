import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Connection strings of Azure App Configuration: endpoint, id and secret.
 * https://learn.microsoft.com/azure/azure-app-configuration/howto-disable-access-key-authentication
 */
export const azureAppConfiguration: Detector = {
  id: 'azure-app-configuration',
  title: 'Azure App Configuration string',
  category: 'credential',
  severity: 'critical',
  pattern: /(?:Endpoint=)?https:\/\/[a-z0-9-]{3,64}\.azconfig\.io;Id=[\w+\/:=-]{4,100};Secret=[A-Za-z0-9+\/=]{36,100}/g,
  verify: looksReal,
};
