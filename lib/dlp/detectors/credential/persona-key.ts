import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Persona.
 * https://docs.withpersona.com/api-keys
 */
export const personaKey: Detector = {
  id: 'persona-key',
  title: 'Persona key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])persona_(?:production|sandbox)_[a-f0-9-]{36}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
