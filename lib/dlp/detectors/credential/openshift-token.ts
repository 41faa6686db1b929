import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of OpenShift users: `sha256~`, then 43 characters of base64url.
 * https://docs.redhat.com/en/documentation/openshift_container_platform/4.16/html/authentication_and_authorization/managing-oauth-access-tokens
 */
export const openshiftToken: Detector = {
  id: 'openshift-token',
  title: 'OpenShift token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])sha256~[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
