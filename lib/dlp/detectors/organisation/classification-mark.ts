import type { Detector } from '../../types.ts';

/**
 * Marks that an organisation puts on its documents, and the Traffic Light Protocol above green.
 * https://www.first.org/tlp/
 */
export const classificationMark: Detector = {
  id: 'classification-mark',
  title: 'Classification mark',
  category: 'organisation',
  severity: 'medium',
  pattern:
    /(?<![\w])(?:TLP:(?:RED|AMBER(?:\+STRICT)?)|(?:STRICTLY |COMPANY |HIGHLY )?CONFIDENTIAL(?:[ ]{0,2}[-–—:\/][ ]{0,2}(?:internal|do not|not for)[A-Za-z ]{0,30})?|INTERNAL USE ONLY|NOT FOR (?:DISTRIBUTION|PUBLIC RELEASE)|STRENG VERTRAULICH|NUR FÜR DEN INTERNEN GEBRAUCH)(?![\w])/g,
  anchors: ['tlp:', 'confidential', 'internal use', 'not for', 'vertraulich', 'internen gebrauch'],
};
