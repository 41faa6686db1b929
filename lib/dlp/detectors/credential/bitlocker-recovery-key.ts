import type { Detector } from '../../types.ts';

/**
 * Recovery keys of BitLocker: eight groups of six digits, each a multiple of 11.
 * https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker/recovery-overview
 */
export const bitlockerRecoveryKey: Detector = {
  id: 'bitlocker-recovery-key',
  title: 'BitLocker recovery key',
  category: 'credential',
  severity: 'critical',
  pattern: /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g,
  verify: (key) => key.split('-').every((group) => Number(group) % 11 === 0 && Number(group) < 720_896),
};
