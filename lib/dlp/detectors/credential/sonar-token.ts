import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * User, project and global tokens of SonarQube: a prefix and 40 hexadecimal digits.
 * https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/
 */
export const sonarToken: Detector = {
  id: 'sonar-token',
  title: 'Sonar token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])sq[apu]_[a-f0-9]{40}(?![A-Za-z0-9])/g,
  anchors: ['sqa_', 'sqp_', 'squ_'],
  verify: looksReal,
};
