import { cryptoWallet } from './crypto-wallet.ts';
import { ethereumAddress } from './ethereum-address.ts';
import { iban } from './iban.ts';
import { paymentCard } from './payment-card.ts';
import { paymentCardOther } from './payment-card-other.ts';
import { usBankAccount } from './us-bank-account.ts';
import { usRoutingNumber } from './us-routing-number.ts';
import type { Detector } from '../../types.ts';

export const financialDetectors: readonly Detector[] = [
  cryptoWallet,
  ethereumAddress,
  iban,
  paymentCard,
  paymentCardOther,
  usBankAccount,
  usRoutingNumber,
];
