import { deTaxId } from './de-tax-id.ts';
import { frNir } from './fr-nir.ts';
import { ukNino } from './uk-nino.ts';
import { usSsn } from './us-ssn.ts';
import type { Detector } from '../../types.ts';

export const identityDetectors: readonly Detector[] = [deTaxId, frNir, ukNino, usSsn];
