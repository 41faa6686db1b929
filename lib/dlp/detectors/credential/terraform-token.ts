import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API tokens of HCP Terraform: 14 characters, `.atlasv1.`, then 60 to 70.
 * https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens
 */
export const terraformToken: Detector = {
  id: 'terraform-token',
  title: 'Terraform Cloud token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_.])[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}(?![A-Za-z0-9_=-])/g,
  verify: looksReal,
};
