import { arCuit } from './ar-cuit.ts';
import { atSvnr } from './at-svnr.ts';
import { auAbn } from './au-abn.ts';
import { auAcn } from './au-acn.ts';
import { auTfn } from './au-tfn.ts';
import { beNationalNumber } from './be-national-number.ts';
import { bgEgn } from './bg-egn.ts';
import { brCpf } from './br-cpf.ts';
import { caSin } from './ca-sin.ts';
import { chAhv } from './ch-ahv.ts';
import { clRut } from './cl-rut.ts';
import { cnResidentId } from './cn-resident-id.ts';
import { czBirthNumber } from './cz-birth-number.ts';
import { deDrivingLicence } from './de-driving-licence.ts';
import { deIdCard } from './de-id-card.ts';
import { deLicencePlate } from './de-licence-plate.ts';
import { deSocialSecurity } from './de-social-security.ts';
import { deTaxId } from './de-tax-id.ts';
import { deTaxNumber } from './de-tax-number.ts';
import { deVatId } from './de-vat-id.ts';
import { dkCpr } from './dk-cpr.ts';
import { eeIsikukood } from './ee-isikukood.ts';
import { esDni } from './es-dni.ts';
import { esNie } from './es-nie.ts';
import { esPassport } from './es-passport.ts';
import { fiHetu } from './fi-hetu.ts';
import { frNir } from './fr-nir.ts';
import { grAmka } from './gr-amka.ts';
import { hkId } from './hk-id.ts';
import { hrOib } from './hr-oib.ts';
import { iePps } from './ie-pps.ts';
import { ilId } from './il-id.ts';
import { inAadhaar } from './in-aadhaar.ts';
import { inGstin } from './in-gstin.ts';
import { inPan } from './in-pan.ts';
import { inPassport } from './in-passport.ts';
import { inVehicle } from './in-vehicle.ts';
import { inVoter } from './in-voter.ts';
import { itDrivingLicence } from './it-driving-licence.ts';
import { itFiscalCode } from './it-fiscal-code.ts';
import { itIdentityCard } from './it-identity-card.ts';
import { itVat } from './it-vat.ts';
import { jpMyNumber } from './jp-my-number.ts';
import { krBrn } from './kr-brn.ts';
import { krDriverLicense } from './kr-driver-license.ts';
import { krFrn } from './kr-frn.ts';
import { krPassport } from './kr-passport.ts';
import { krRrn } from './kr-rrn.ts';
import { mxCurp } from './mx-curp.ts';
import { ngNin } from './ng-nin.ts';
import { ngVehicle } from './ng-vehicle.ts';
import { nlBsn } from './nl-bsn.ts';
import { noFodselsnummer } from './no-fodselsnummer.ts';
import { phTin } from './ph-tin.ts';
import { plPesel } from './pl-pesel.ts';
import { ptNif } from './pt-nif.ts';
import { roCnp } from './ro-cnp.ts';
import { seOrganisationNumber } from './se-organisation-number.ts';
import { sePersonnummer } from './se-personnummer.ts';
import { sgNric } from './sg-nric.ts';
import { sgUen } from './sg-uen.ts';
import { thNationalId } from './th-national-id.ts';
import { trLicencePlate } from './tr-licence-plate.ts';
import { trNationalId } from './tr-national-id.ts';
import { twNationalId } from './tw-national-id.ts';
import { ukDrivingLicence } from './uk-driving-licence.ts';
import { ukNino } from './uk-nino.ts';
import { ukPassport } from './uk-passport.ts';
import { ukVehicle } from './uk-vehicle.ts';
import { usDriverLicense } from './us-driver-license.ts';
import { usItin } from './us-itin.ts';
import { usPassport } from './us-passport.ts';
import { usSsn } from './us-ssn.ts';
import { vehicleVin } from './vehicle-vin.ts';
import { zaId } from './za-id.ts';
import type { Detector } from '../../types.ts';

export const identityDetectors: readonly Detector[] = [
  arCuit,
  atSvnr,
  auAbn,
  auAcn,
  auTfn,
  beNationalNumber,
  bgEgn,
  brCpf,
  caSin,
  chAhv,
  clRut,
  cnResidentId,
  czBirthNumber,
  deDrivingLicence,
  deIdCard,
  deLicencePlate,
  deSocialSecurity,
  deTaxId,
  deTaxNumber,
  deVatId,
  dkCpr,
  eeIsikukood,
  esDni,
  esNie,
  esPassport,
  fiHetu,
  frNir,
  grAmka,
  hkId,
  hrOib,
  iePps,
  ilId,
  inAadhaar,
  inGstin,
  inPan,
  inPassport,
  inVehicle,
  inVoter,
  itDrivingLicence,
  itFiscalCode,
  itIdentityCard,
  itVat,
  jpMyNumber,
  krBrn,
  krDriverLicense,
  krFrn,
  krPassport,
  krRrn,
  mxCurp,
  ngNin,
  ngVehicle,
  nlBsn,
  noFodselsnummer,
  phTin,
  plPesel,
  ptNif,
  roCnp,
  seOrganisationNumber,
  sePersonnummer,
  sgNric,
  sgUen,
  thNationalId,
  trLicencePlate,
  trNationalId,
  twNationalId,
  ukDrivingLicence,
  ukNino,
  ukPassport,
  ukVehicle,
  usDriverLicense,
  usItin,
  usPassport,
  usSsn,
  vehicleVin,
  zaId,
];
