import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of nuget.org: `oy2`, then 43 characters of base-32.
 * https://learn.microsoft.com/nuget/nuget-org/scoped-api-keys
 */
export const nugetKey: Detector = {
  id: 'nuget-key',
  title: 'NuGet key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])oy2[a-z0-9]{43}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
