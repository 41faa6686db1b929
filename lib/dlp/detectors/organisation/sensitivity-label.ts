import type { Detector } from '../../types.ts';

/**
 * Labels of Microsoft Purview as documents, mails and their properties carry them: `MSIP_Label_` and a UUID, with what is set for it.
 * https://learn.microsoft.com/en-us/information-protection/develop/concept-mip-metadata
 */
export const sensitivityLabel: Detector = {
  id: 'sensitivity-label',
  title: 'Sensitivity label',
  category: 'organisation',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_])MSIP_Label_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}_(?:Enabled|Name|SetDate|Method|SiteId|ActionId|ContentBits|Tag)(?:["']?[ ]?[:=][ ]?["']?[^"';,<>\n]{1,64})?/g,
};
