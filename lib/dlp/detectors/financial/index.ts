import { arCbu } from './ar-cbu.ts';
import { auBsb } from './au-bsb.ts';
import { bankAccountNumber } from './bank-account-number.ts';
import { bitcoinExtendedKey } from './bitcoin-extended-key.ts';
import { caBankAccount } from './ca-bank-account.ts';
import { cardSecurityCode } from './card-security-code.ts';
import { cardanoAddress } from './cardano-address.ts';
import { cryptoWallet } from './crypto-wallet.ts';
import { czBankAccount } from './cz-bank-account.ts';
import { esBankAccount } from './es-bank-account.ts';
import { ethereumAddress } from './ethereum-address.ts';
import { ethereumCheckedAddress } from './ethereum-checked-address.ts';
import { financialColumn } from './financial-column.ts';
import { frBankAccount } from './fr-bank-account.ts';
import { iban } from './iban.ts';
import { inIfsc } from './in-ifsc.ts';
import { mxClabe } from './mx-clabe.ts';
import { noBankAccount } from './no-bank-account.ts';
import { nzBankAccount } from './nz-bank-account.ts';
import { paymentCard } from './payment-card.ts';
import { paymentCardOther } from './payment-card-other.ts';
import { paymentCardTrack } from './payment-card-track.ts';
import { rippleAddress } from './ripple-address.ts';
import { solanaAddress } from './solana-address.ts';
import { swiftBic } from './swift-bic.ts';
import { ukBankAccount } from './uk-bank-account.ts';
import { ukSortCode } from './uk-sort-code.ts';
import { usBankAccount } from './us-bank-account.ts';
import { usRoutingNumber } from './us-routing-number.ts';
import type { Detector } from '../../types.ts';

export const financialDetectors: readonly Detector[] = [
  arCbu,
  auBsb,
  bankAccountNumber,
  bitcoinExtendedKey,
  caBankAccount,
  cardSecurityCode,
  cardanoAddress,
  cryptoWallet,
  czBankAccount,
  esBankAccount,
  ethereumAddress,
  ethereumCheckedAddress,
  financialColumn,
  frBankAccount,
  iban,
  inIfsc,
  mxClabe,
  noBankAccount,
  nzBankAccount,
  paymentCard,
  paymentCardOther,
  paymentCardTrack,
  rippleAddress,
  solanaAddress,
  swiftBic,
  ukBankAccount,
  ukSortCode,
  usBankAccount,
  usRoutingNumber,
];
