import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * The first password of a Jenkins, as it is written to its log and file, and crumbs of its API.
 * https://www.jenkins.io/doc/book/security/csrf-protection/
 */
export const jenkinsCredential: Detector = {
  id: 'jenkins-credential',
  title: 'Jenkins credential',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?:jenkins-crumb[\"\']?[ \t]{0,2}[:=,][ \t]{0,2}[\"\']?|password to proceed to installation:\s{1,8}|initialAdminPassword[\"\']?\s{0,8}[:=\n$]\s{0,8}[\"\']?)(?<secret>[0-9a-f]{32}|[0-9a-f]{64})(?![0-9a-f])/gi,
  anchors: ['jenkins-crumb', 'proceed to installation', 'initialadminpassword'],
  verify: looksReal,
};
