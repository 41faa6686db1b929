import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of the NVIDIA API catalogue.
 * https://docs.nvidia.com/nim/
 */
export const nvidiaApiKey: Detector = {
  id: 'nvidia-api-key',
  title: 'NVIDIA key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])nvapi-[A-Za-z0-9_-]{64}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
