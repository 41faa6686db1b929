import { anthropicApiKey } from './anthropic-api-key.ts';
import { awsAccessKeyId } from './aws-access-key-id.ts';
import { awsSecretAccessKey } from './aws-secret-access-key.ts';
import { azureStorageKey } from './azure-storage-key.ts';
import { basicAuthUrl } from './basic-auth-url.ts';
import { bearerHeader } from './bearer-header.ts';
import { classificationMark } from './classification-mark.ts';
import { connectionString } from './connection-string.ts';
import { deTaxId } from './de-tax-id.ts';
import { email } from './email.ts';
import { frNir } from './fr-nir.ts';
import { githubFineGrainedToken } from './github-fine-grained-token.ts';
import { githubToken } from './github-token.ts';
import { gitlabToken } from './gitlab-token.ts';
import { googleApiKey } from './google-api-key.ts';
import { googleOauthSecret } from './google-oauth-secret.ts';
import { huggingfaceToken } from './huggingface-token.ts';
import { iban } from './iban.ts';
import { jwt } from './jwt.ts';
import { medicalRecordNumber } from './medical-record-number.ts';
import { npmToken } from './npm-token.ts';
import { openaiApiKey } from './openai-api-key.ts';
import { passwordAssignment } from './password-assignment.ts';
import { paymentCard } from './payment-card.ts';
import { personName } from './person-name.ts';
import { phone } from './phone.ts';
import { privateKey } from './private-key.ts';
import { sendgridKey } from './sendgrid-key.ts';
import { slackToken } from './slack-token.ts';
import { slackWebhook } from './slack-webhook.ts';
import { sluiceCanary } from './sluice-canary.ts';
import { stripeKey } from './stripe-key.ts';
import { telegramBotToken } from './telegram-bot-token.ts';
import { ukNino } from './uk-nino.ts';
import { usSsn } from './us-ssn.ts';
import type { Detector } from '../types.ts';

/** Every detector. Adding one is its own file, its samples and a line here. */
export const detectors: readonly Detector[] = [
  anthropicApiKey,
  awsAccessKeyId,
  awsSecretAccessKey,
  azureStorageKey,
  basicAuthUrl,
  bearerHeader,
  classificationMark,
  connectionString,
  deTaxId,
  email,
  frNir,
  githubFineGrainedToken,
  githubToken,
  gitlabToken,
  googleApiKey,
  googleOauthSecret,
  huggingfaceToken,
  iban,
  jwt,
  medicalRecordNumber,
  npmToken,
  openaiApiKey,
  passwordAssignment,
  paymentCard,
  personName,
  phone,
  privateKey,
  sendgridKey,
  slackToken,
  slackWebhook,
  sluiceCanary,
  stripeKey,
  telegramBotToken,
  ukNino,
  usSsn,
];

const titles = new Map(detectors.map(({ id, title }) => [id, title]));

/** The name of a detector for people; its id where it is not known. */
export function detectorTitle(id: string): string {
  return titles.get(id) ?? id;
}
