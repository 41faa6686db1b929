import { aeEmiratesId } from './ae-emirates-id.ts';
import { alPersonalNumber } from './al-personal-number.ts';
import { arCuit } from './ar-cuit.ts';
import { arDni } from './ar-dni.ts';
import { atDocument } from './at-document.ts';
import { atSvnr } from './at-svnr.ts';
import { atTaxNumber } from './at-tax-number.ts';
import { auAbn } from './au-abn.ts';
import { auAcn } from './au-acn.ts';
import { auDriverLicence } from './au-driver-licence.ts';
import { auPassport } from './au-passport.ts';
import { auTfn } from './au-tfn.ts';
import { azPin } from './az-pin.ts';
import { bdNid } from './bd-nid.ts';
import { beIdentityCard } from './be-identity-card.ts';
import { beNationalNumber } from './be-national-number.ts';
import { bgEgn } from './bg-egn.ts';
import { bhCpr } from './bh-cpr.ts';
import { brCnh } from './br-cnh.ts';
import { brCnpj } from './br-cnpj.ts';
import { brCpf } from './br-cpf.ts';
import { brPis } from './br-pis.ts';
import { brRg } from './br-rg.ts';
import { brTituloEleitor } from './br-titulo-eleitor.ts';
import { byPersonalNumber } from './by-personal-number.ts';
import { caBusinessNumber } from './ca-business-number.ts';
import { caDriverLicence } from './ca-driver-licence.ts';
import { caPassport } from './ca-passport.ts';
import { caSin } from './ca-sin.ts';
import { chAhv } from './ch-ahv.ts';
import { chUid } from './ch-uid.ts';
import { clRut } from './cl-rut.ts';
import { cnPassport } from './cn-passport.ts';
import { cnResidentId } from './cn-resident-id.ts';
import { cnSocialCredit } from './cn-social-credit.ts';
import { coCedula } from './co-cedula.ts';
import { coNit } from './co-nit.ts';
import { crCedula } from './cr-cedula.ts';
import { cyTaxNumber } from './cy-tax-number.ts';
import { czBirthNumber } from './cz-birth-number.ts';
import { czIdentityCard } from './cz-identity-card.ts';
import { deDrivingLicence } from './de-driving-licence.ts';
import { deIdCard } from './de-id-card.ts';
import { deLicencePlate } from './de-licence-plate.ts';
import { deSocialSecurity } from './de-social-security.ts';
import { deTaxId } from './de-tax-id.ts';
import { deTaxNumber } from './de-tax-number.ts';
import { deVatId } from './de-vat-id.ts';
import { dkCpr } from './dk-cpr.ts';
import { doCedula } from './do-cedula.ts';
import { dzNif } from './dz-nif.ts';
import { ecCedula } from './ec-cedula.ts';
import { eeIsikukood } from './ee-isikukood.ts';
import { egNationalId } from './eg-national-id.ts';
import { esCif } from './es-cif.ts';
import { esDni } from './es-dni.ts';
import { esNie } from './es-nie.ts';
import { esPassport } from './es-passport.ts';
import { esSocialSecurity } from './es-social-security.ts';
import { euVatId } from './eu-vat-id.ts';
import { fiHetu } from './fi-hetu.ts';
import { frDrivingLicence } from './fr-driving-licence.ts';
import { frIdentityCard } from './fr-identity-card.ts';
import { frNir } from './fr-nir.ts';
import { frPassport } from './fr-passport.ts';
import { frSiret } from './fr-siret.ts';
import { frTaxNumber } from './fr-tax-number.ts';
import { gePersonalNumber } from './ge-personal-number.ts';
import { ghCard } from './gh-card.ts';
import { grAfm } from './gr-afm.ts';
import { grAmka } from './gr-amka.ts';
import { grIdentityCard } from './gr-identity-card.ts';
import { gtDpi } from './gt-dpi.ts';
import { hkId } from './hk-id.ts';
import { hrOib } from './hr-oib.ts';
import { huPersonalNumber } from './hu-personal-number.ts';
import { huTaj } from './hu-taj.ts';
import { huTaxId } from './hu-tax-id.ts';
import { idNik } from './id-nik.ts';
import { idNpwp } from './id-npwp.ts';
import { identityColumn } from './identity-column.ts';
import { identityNumber } from './identity-number.ts';
import { iePassport } from './ie-passport.ts';
import { iePps } from './ie-pps.ts';
import { ilId } from './il-id.ts';
import { inAadhaar } from './in-aadhaar.ts';
import { inDrivingLicence } from './in-driving-licence.ts';
import { inGstin } from './in-gstin.ts';
import { inPan } from './in-pan.ts';
import { inPassport } from './in-passport.ts';
import { inUan } from './in-uan.ts';
import { inVehicle } from './in-vehicle.ts';
import { inVoter } from './in-voter.ts';
import { irNationalCode } from './ir-national-code.ts';
import { isKennitala } from './is-kennitala.ts';
import { itDrivingLicence } from './it-driving-licence.ts';
import { itFiscalCode } from './it-fiscal-code.ts';
import { itIdentityCard } from './it-identity-card.ts';
import { itVat } from './it-vat.ts';
import { joNationalNumber } from './jo-national-number.ts';
import { jpDrivingLicence } from './jp-driving-licence.ts';
import { jpMyNumber } from './jp-my-number.ts';
import { jpPassport } from './jp-passport.ts';
import { jpResidenceCard } from './jp-residence-card.ts';
import { kePin } from './ke-pin.ts';
import { krBrn } from './kr-brn.ts';
import { krDriverLicense } from './kr-driver-license.ts';
import { krFrn } from './kr-frn.ts';
import { krPassport } from './kr-passport.ts';
import { krRrn } from './kr-rrn.ts';
import { kwCivilId } from './kw-civil-id.ts';
import { kzIin } from './kz-iin.ts';
import { licencePlate } from './licence-plate.ts';
import { lkNic } from './lk-nic.ts';
import { luNationalId } from './lu-national-id.ts';
import { lvPersonalCode } from './lv-personal-code.ts';
import { maCin } from './ma-cin.ts';
import { mdIdnp } from './md-idnp.ts';
import { mtIdentityCard } from './mt-identity-card.ts';
import { muNic } from './mu-nic.ts';
import { mxCurp } from './mx-curp.ts';
import { mxNss } from './mx-nss.ts';
import { mxRfc } from './mx-rfc.ts';
import { mxVoterKey } from './mx-voter-key.ts';
import { myNric } from './my-nric.ts';
import { ngBvn } from './ng-bvn.ts';
import { ngNin } from './ng-nin.ts';
import { ngVehicle } from './ng-vehicle.ts';
import { nlBsn } from './nl-bsn.ts';
import { nlDocument } from './nl-document.ts';
import { nlDrivingLicence } from './nl-driving-licence.ts';
import { nlVat } from './nl-vat.ts';
import { noFodselsnummer } from './no-fodselsnummer.ts';
import { noOrganisationNumber } from './no-organisation-number.ts';
import { npCitizenship } from './np-citizenship.ts';
import { nzIrd } from './nz-ird.ts';
import { nzPassport } from './nz-passport.ts';
import { peDni } from './pe-dni.ts';
import { peRuc } from './pe-ruc.ts';
import { phPassport } from './ph-passport.ts';
import { phSss } from './ph-sss.ts';
import { phTin } from './ph-tin.ts';
import { pkCnic } from './pk-cnic.ts';
import { plIdentityCard } from './pl-identity-card.ts';
import { plNip } from './pl-nip.ts';
import { plPassport } from './pl-passport.ts';
import { plPesel } from './pl-pesel.ts';
import { plRegon } from './pl-regon.ts';
import { ptCitizenCard } from './pt-citizen-card.ts';
import { ptNif } from './pt-nif.ts';
import { ptNiss } from './pt-niss.ts';
import { pyRuc } from './py-ruc.ts';
import { qaQid } from './qa-qid.ts';
import { roCnp } from './ro-cnp.ts';
import { ruInn } from './ru-inn.ts';
import { ruPassport } from './ru-passport.ts';
import { ruSnils } from './ru-snils.ts';
import { saNationalId } from './sa-national-id.ts';
import { seOrganisationNumber } from './se-organisation-number.ts';
import { sePersonnummer } from './se-personnummer.ts';
import { sgNric } from './sg-nric.ts';
import { sgUen } from './sg-uen.ts';
import { siTaxNumber } from './si-tax-number.ts';
import { skIdentityCard } from './sk-identity-card.ts';
import { svDui } from './sv-dui.ts';
import { thLaserCode } from './th-laser-code.ts';
import { thNationalId } from './th-national-id.ts';
import { trLicencePlate } from './tr-licence-plate.ts';
import { trNationalId } from './tr-national-id.ts';
import { twNationalId } from './tw-national-id.ts';
import { tzNida } from './tz-nida.ts';
import { uaTaxNumber } from './ua-tax-number.ts';
import { ugNin } from './ug-nin.ts';
import { ukDrivingLicence } from './uk-driving-licence.ts';
import { ukNino } from './uk-nino.ts';
import { ukPassport } from './uk-passport.ts';
import { ukUtr } from './uk-utr.ts';
import { ukVat } from './uk-vat.ts';
import { ukVehicle } from './uk-vehicle.ts';
import { usAlienNumber } from './us-alien-number.ts';
import { usDriverLicense } from './us-driver-license.ts';
import { usEin } from './us-ein.ts';
import { usItin } from './us-itin.ts';
import { usPassport } from './us-passport.ts';
import { usSsn } from './us-ssn.ts';
import { uyCedula } from './uy-cedula.ts';
import { veCedula } from './ve-cedula.ts';
import { veRif } from './ve-rif.ts';
import { vehicleVin } from './vehicle-vin.ts';
import { vnIdentityNumber } from './vn-identity-number.ts';
import { yuJmbg } from './yu-jmbg.ts';
import { zaId } from './za-id.ts';
import { zmNrc } from './zm-nrc.ts';
import { zwNationalId } from './zw-national-id.ts';
import type { Detector } from '../../types.ts';

export const identityDetectors: readonly Detector[] = [
  aeEmiratesId,
  alPersonalNumber,
  arCuit,
  arDni,
  atDocument,
  atSvnr,
  atTaxNumber,
  auAbn,
  auAcn,
  auDriverLicence,
  auPassport,
  auTfn,
  azPin,
  bdNid,
  beIdentityCard,
  beNationalNumber,
  bgEgn,
  bhCpr,
  brCnh,
  brCnpj,
  brCpf,
  brPis,
  brRg,
  brTituloEleitor,
  byPersonalNumber,
  caBusinessNumber,
  caDriverLicence,
  caPassport,
  caSin,
  chAhv,
  chUid,
  clRut,
  cnPassport,
  cnResidentId,
  cnSocialCredit,
  coCedula,
  coNit,
  crCedula,
  cyTaxNumber,
  czBirthNumber,
  czIdentityCard,
  deDrivingLicence,
  deIdCard,
  deLicencePlate,
  deSocialSecurity,
  deTaxId,
  deTaxNumber,
  deVatId,
  dkCpr,
  doCedula,
  dzNif,
  ecCedula,
  eeIsikukood,
  egNationalId,
  esCif,
  esDni,
  esNie,
  esPassport,
  esSocialSecurity,
  euVatId,
  fiHetu,
  frDrivingLicence,
  frIdentityCard,
  frNir,
  frPassport,
  frSiret,
  frTaxNumber,
  gePersonalNumber,
  ghCard,
  grAfm,
  grAmka,
  grIdentityCard,
  gtDpi,
  hkId,
  hrOib,
  huPersonalNumber,
  huTaj,
  huTaxId,
  idNik,
  idNpwp,
  identityColumn,
  identityNumber,
  iePassport,
  iePps,
  ilId,
  inAadhaar,
  inDrivingLicence,
  inGstin,
  inPan,
  inPassport,
  inUan,
  inVehicle,
  inVoter,
  irNationalCode,
  isKennitala,
  itDrivingLicence,
  itFiscalCode,
  itIdentityCard,
  itVat,
  joNationalNumber,
  jpDrivingLicence,
  jpMyNumber,
  jpPassport,
  jpResidenceCard,
  kePin,
  krBrn,
  krDriverLicense,
  krFrn,
  krPassport,
  krRrn,
  kwCivilId,
  kzIin,
  licencePlate,
  lkNic,
  luNationalId,
  lvPersonalCode,
  maCin,
  mdIdnp,
  mtIdentityCard,
  muNic,
  mxCurp,
  mxNss,
  mxRfc,
  mxVoterKey,
  myNric,
  ngBvn,
  ngNin,
  ngVehicle,
  nlBsn,
  nlDocument,
  nlDrivingLicence,
  nlVat,
  noFodselsnummer,
  noOrganisationNumber,
  npCitizenship,
  nzIrd,
  nzPassport,
  peDni,
  peRuc,
  phPassport,
  phSss,
  phTin,
  pkCnic,
  plIdentityCard,
  plNip,
  plPassport,
  plPesel,
  plRegon,
  ptCitizenCard,
  ptNif,
  ptNiss,
  pyRuc,
  qaQid,
  roCnp,
  ruInn,
  ruPassport,
  ruSnils,
  saNationalId,
  seOrganisationNumber,
  sePersonnummer,
  sgNric,
  sgUen,
  siTaxNumber,
  skIdentityCard,
  svDui,
  thLaserCode,
  thNationalId,
  trLicencePlate,
  trNationalId,
  twNationalId,
  tzNida,
  uaTaxNumber,
  ugNin,
  ukDrivingLicence,
  ukNino,
  ukPassport,
  ukUtr,
  ukVat,
  ukVehicle,
  usAlienNumber,
  usDriverLicense,
  usEin,
  usItin,
  usPassport,
  usSsn,
  uyCedula,
  veCedula,
  veRif,
  vehicleVin,
  vnIdentityNumber,
  yuJmbg,
  zaId,
  zmNrc,
  zwNationalId,
];
