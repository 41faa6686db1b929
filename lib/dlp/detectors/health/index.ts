import { auMedicare } from './au-medicare.ts';
import { brCns } from './br-cns.ts';
import { caHealthCard } from './ca-health-card.ts';
import { deBsnr } from './de-bsnr.ts';
import { deHealthInsurance } from './de-health-insurance.ts';
import { deLanr } from './de-lanr.ts';
import { euHealthCard } from './eu-health-card.ts';
import { frRpps } from './fr-rpps.ts';
import { healthColumn } from './health-column.ts';
import { healthInsuranceNumber } from './health-insurance-number.ts';
import { icdCode } from './icd-code.ts';
import { medicalRecordNumber } from './medical-record-number.ts';
import { nzNhi } from './nz-nhi.ts';
import { ukChi } from './uk-chi.ts';
import { ukNhs } from './uk-nhs.ts';
import { usDea } from './us-dea.ts';
import { usMbi } from './us-mbi.ts';
import { usNpi } from './us-npi.ts';
import type { Detector } from '../../types.ts';

export const healthDetectors: readonly Detector[] = [
  auMedicare,
  brCns,
  caHealthCard,
  deBsnr,
  deHealthInsurance,
  deLanr,
  euHealthCard,
  frRpps,
  healthColumn,
  healthInsuranceNumber,
  icdCode,
  medicalRecordNumber,
  nzNhi,
  ukChi,
  ukNhs,
  usDea,
  usMbi,
  usNpi,
];
