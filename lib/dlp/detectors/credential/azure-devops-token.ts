import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal access tokens of Azure DevOps: 84 letters and digits with the mark `AZDO` before the last four.
 * https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate
 */
export const azureDevopsToken: Detector = {
  id: 'azure-devops-token',
  title: 'Azure DevOps token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
