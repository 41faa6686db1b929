import { contactDetectors } from './contact/index.ts';
import { credentialDetectors } from './credential/index.ts';
import { financialDetectors } from './financial/index.ts';
import { healthDetectors } from './health/index.ts';
import { identityDetectors } from './identity/index.ts';
import { organisationDetectors } from './organisation/index.ts';
import { personDetectors } from './person/index.ts';
import type { Detector } from '../types.ts';

/** Every detector. Adding one is its own file and samples in the folder of its category, and a line in the list there. */
export const detectors: readonly Detector[] = [
  ...contactDetectors,
  ...credentialDetectors,
  ...financialDetectors,
  ...healthDetectors,
  ...identityDetectors,
  ...organisationDetectors,
  ...personDetectors,
];

const titles = new Map(detectors.map(({ id, title }) => [id, title]));

/** The name of a detector for people; its id where it is not known. */
export function detectorTitle(id: string): string {
  return titles.get(id) ?? id;
}
