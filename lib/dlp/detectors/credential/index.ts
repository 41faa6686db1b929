import { adafruitKey } from './adafruit-key.ts';
import { ageSecretKey } from './age-secret-key.ts';
import { airtableToken } from './airtable-token.ts';
import { anthropicApiKey } from './anthropic-api-key.ts';
import { atlassianToken } from './atlassian-token.ts';
import { awsAccessKeyId } from './aws-access-key-id.ts';
import { awsBedrockKey } from './aws-bedrock-key.ts';
import { awsSecretAccessKey } from './aws-secret-access-key.ts';
import { azureClientSecret } from './azure-client-secret.ts';
import { azureDevopsToken } from './azure-devops-token.ts';
import { azureStorageKey } from './azure-storage-key.ts';
import { basicAuthUrl } from './basic-auth-url.ts';
import { bearerHeader } from './bearer-header.ts';
import { cloudflareToken } from './cloudflare-token.ts';
import { commandLinePassword } from './command-line-password.ts';
import { connectionString } from './connection-string.ts';
import { cryptoPrivateKey } from './crypto-private-key.ts';
import { databricksToken } from './databricks-token.ts';
import { dependencyTrackKey } from './dependency-track-key.ts';
import { digitaloceanToken } from './digitalocean-token.ts';
import { discordToken } from './discord-token.ts';
import { discordWebhook } from './discord-webhook.ts';
import { dockerToken } from './docker-token.ts';
import { dopplerToken } from './doppler-token.ts';
import { easypostKey } from './easypost-key.ts';
import { facebookToken } from './facebook-token.ts';
import { figmaToken } from './figma-token.ts';
import { flutterwaveKey } from './flutterwave-key.ts';
import { flyToken } from './fly-token.ts';
import { githubFineGrainedToken } from './github-fine-grained-token.ts';
import { githubToken } from './github-token.ts';
import { gitlabToken } from './gitlab-token.ts';
import { googleAccessToken } from './google-access-token.ts';
import { googleApiKey } from './google-api-key.ts';
import { googleClientId } from './google-client-id.ts';
import { googleOauthSecret } from './google-oauth-secret.ts';
import { grafanaApiKey } from './grafana-api-key.ts';
import { grafanaToken } from './grafana-token.ts';
import { groqApiKey } from './groq-api-key.ts';
import { herokuToken } from './heroku-token.ts';
import { huggingfaceToken } from './huggingface-token.ts';
import { intra42Secret } from './intra42-secret.ts';
import { jfrogKey } from './jfrog-key.ts';
import { jwt } from './jwt.ts';
import { kubernetesBootstrapToken } from './kubernetes-bootstrap-token.ts';
import { kubernetesSecret } from './kubernetes-secret.ts';
import { linearApiKey } from './linear-api-key.ts';
import { loginPair } from './login-pair.ts';
import { mailchimpKey } from './mailchimp-key.ts';
import { mailgunKey } from './mailgun-key.ts';
import { namedKey } from './named-key.ts';
import { newRelicKey } from './new-relic-key.ts';
import { newRelicLicense } from './new-relic-license.ts';
import { notionToken } from './notion-token.ts';
import { npmToken } from './npm-token.ts';
import { nugetKey } from './nuget-key.ts';
import { oktaToken } from './okta-token.ts';
import { onePasswordKey } from './one-password-key.ts';
import { openaiApiKey } from './openai-api-key.ts';
import { openrouterApiKey } from './openrouter-api-key.ts';
import { openshiftToken } from './openshift-token.ts';
import { passwordAssignment } from './password-assignment.ts';
import { passwordHash } from './password-hash.ts';
import { perplexityApiKey } from './perplexity-api-key.ts';
import { planetscaleToken } from './planetscale-token.ts';
import { postmanKey } from './postman-key.ts';
import { privateKey } from './private-key.ts';
import { pulumiToken } from './pulumi-token.ts';
import { pypiToken } from './pypi-token.ts';
import { replicateToken } from './replicate-token.ts';
import { rubygemsKey } from './rubygems-key.ts';
import { salesforceSession } from './salesforce-session.ts';
import { secretAssignment } from './secret-assignment.ts';
import { sendgridKey } from './sendgrid-key.ts';
import { sentryToken } from './sentry-token.ts';
import { shopifyToken } from './shopify-token.ts';
import { sidekiqCredential } from './sidekiq-credential.ts';
import { slackToken } from './slack-token.ts';
import { slackWebhook } from './slack-webhook.ts';
import { sluiceCanary } from './sluice-canary.ts';
import { sonarToken } from './sonar-token.ts';
import { sourcegraphToken } from './sourcegraph-token.ts';
import { squareToken } from './square-token.ts';
import { stripeKey } from './stripe-key.ts';
import { tailscaleKey } from './tailscale-key.ts';
import { tavilyKey } from './tavily-key.ts';
import { teamsWebhook } from './teams-webhook.ts';
import { telegramBotToken } from './telegram-bot-token.ts';
import { terraformToken } from './terraform-token.ts';
import { truenasKey } from './truenas-key.ts';
import { twilioKey } from './twilio-key.ts';
import { twitchStreamKey } from './twitch-stream-key.ts';
import { vaultToken } from './vault-token.ts';
import { vaultUnsealKey } from './vault-unseal-key.ts';
import { vercelToken } from './vercel-token.ts';
import type { Detector } from '../../types.ts';

export const credentialDetectors: readonly Detector[] = [
  adafruitKey,
  ageSecretKey,
  airtableToken,
  anthropicApiKey,
  atlassianToken,
  awsAccessKeyId,
  awsBedrockKey,
  awsSecretAccessKey,
  azureClientSecret,
  azureDevopsToken,
  azureStorageKey,
  basicAuthUrl,
  bearerHeader,
  cloudflareToken,
  commandLinePassword,
  connectionString,
  cryptoPrivateKey,
  databricksToken,
  dependencyTrackKey,
  digitaloceanToken,
  discordToken,
  discordWebhook,
  dockerToken,
  dopplerToken,
  easypostKey,
  facebookToken,
  figmaToken,
  flutterwaveKey,
  flyToken,
  githubFineGrainedToken,
  githubToken,
  gitlabToken,
  googleAccessToken,
  googleApiKey,
  googleClientId,
  googleOauthSecret,
  grafanaApiKey,
  grafanaToken,
  groqApiKey,
  herokuToken,
  huggingfaceToken,
  intra42Secret,
  jfrogKey,
  jwt,
  kubernetesBootstrapToken,
  kubernetesSecret,
  linearApiKey,
  loginPair,
  mailchimpKey,
  mailgunKey,
  namedKey,
  newRelicKey,
  newRelicLicense,
  notionToken,
  npmToken,
  nugetKey,
  oktaToken,
  onePasswordKey,
  openaiApiKey,
  openrouterApiKey,
  openshiftToken,
  passwordAssignment,
  passwordHash,
  perplexityApiKey,
  planetscaleToken,
  postmanKey,
  privateKey,
  pulumiToken,
  pypiToken,
  replicateToken,
  rubygemsKey,
  salesforceSession,
  secretAssignment,
  sendgridKey,
  sentryToken,
  shopifyToken,
  sidekiqCredential,
  slackToken,
  slackWebhook,
  sluiceCanary,
  sonarToken,
  sourcegraphToken,
  squareToken,
  stripeKey,
  tailscaleKey,
  tavilyKey,
  teamsWebhook,
  telegramBotToken,
  terraformToken,
  truenasKey,
  twilioKey,
  twitchStreamKey,
  vaultToken,
  vaultUnsealKey,
  vercelToken,
];
