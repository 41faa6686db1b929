import { adafruitKey } from './adafruit-key.ts';
import { ageSecretKey } from './age-secret-key.ts';
import { airtableToken } from './airtable-token.ts';
import { aivenPassword } from './aiven-password.ts';
import { alibabaAccessKey } from './alibaba-access-key.ts';
import { anthropicApiKey } from './anthropic-api-key.ts';
import { apifyToken } from './apify-token.ts';
import { asanaToken } from './asana-token.ts';
import { atlassianToken } from './atlassian-token.ts';
import { authressKey } from './authress-key.ts';
import { awsAccessKeyId } from './aws-access-key-id.ts';
import { awsAppsyncKey } from './aws-appsync-key.ts';
import { awsBedrockKey } from './aws-bedrock-key.ts';
import { awsMwsKey } from './aws-mws-key.ts';
import { awsSecretAccessKey } from './aws-secret-access-key.ts';
import { awsSessionToken } from './aws-session-token.ts';
import { axiomToken } from './axiom-token.ts';
import { azureAppConfiguration } from './azure-app-configuration.ts';
import { azureClientSecret } from './azure-client-secret.ts';
import { azureDevopsToken } from './azure-devops-token.ts';
import { azureId } from './azure-id.ts';
import { azureIdentifiableKey } from './azure-identifiable-key.ts';
import { azureStorageKey } from './azure-storage-key.ts';
import { baiduApiKey } from './baidu-api-key.ts';
import { basicAuthUrl } from './basic-auth-url.ts';
import { bearerHeader } from './bearer-header.ts';
import { bitbucketAppPassword } from './bitbucket-app-password.ts';
import { bitlockerRecoveryKey } from './bitlocker-recovery-key.ts';
import { blockProtocolKey } from './block-protocol-key.ts';
import { blynkCredential } from './blynk-credential.ts';
import { brevoKey } from './brevo-key.ts';
import { buildkiteToken } from './buildkite-token.ts';
import { cerebrasKey } from './cerebras-key.ts';
import { changedKey } from './changed-key.ts';
import { checkoutComKey } from './checkout-com-key.ts';
import { circleciToken } from './circleci-token.ts';
import { clickhouseKey } from './clickhouse-key.ts';
import { clientSideVariable } from './client-side-variable.ts';
import { clojarsToken } from './clojars-token.ts';
import { cloudResource } from './cloud-resource.ts';
import { cloudflareToken } from './cloudflare-token.ts';
import { cockroachKey } from './cockroach-key.ts';
import { commandLinePassword } from './command-line-password.ts';
import { connectionString } from './connection-string.ts';
import { contentfulToken } from './contentful-token.ts';
import { coralogixKey } from './coralogix-key.ts';
import { cratesIoToken } from './crates-io-token.ts';
import { cryptoPrivateKey } from './crypto-private-key.ts';
import { databricksToken } from './databricks-token.ts';
import { definedNetworkingToken } from './defined-networking-token.ts';
import { denoToken } from './deno-token.ts';
import { dependencyTrackKey } from './dependency-track-key.ts';
import { devicePassword } from './device-password.ts';
import { digitaloceanToken } from './digitalocean-token.ts';
import { discordToken } from './discord-token.ts';
import { discordWebhook } from './discord-webhook.ts';
import { dockerToken } from './docker-token.ts';
import { dopplerToken } from './doppler-token.ts';
import { dropboxToken } from './dropbox-token.ts';
import { duffelToken } from './duffel-token.ts';
import { dynatraceToken } from './dynatrace-token.ts';
import { easypostKey } from './easypost-key.ts';
import { elevenlabsKey } from './elevenlabs-key.ts';
import { encodedPassword } from './encoded-password.ts';
import { facebookToken } from './facebook-token.ts';
import { figmaToken } from './figma-token.ts';
import { firebaseServerKey } from './firebase-server-key.ts';
import { firecrawlKey } from './firecrawl-key.ts';
import { fireworksKey } from './fireworks-key.ts';
import { flutterwaveKey } from './flutterwave-key.ts';
import { flyToken } from './fly-token.ts';
import { foreignPassword } from './foreign-password.ts';
import { frameioToken } from './frameio-token.ts';
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
import { harnessToken } from './harness-token.ts';
import { herokuToken } from './heroku-token.ts';
import { honeycombKey } from './honeycomb-key.ts';
import { hubspotToken } from './hubspot-token.ts';
import { hostLogin } from './host-login.ts';
import { huggingfaceToken } from './huggingface-token.ts';
import { infracostKey } from './infracost-key.ts';
import { intra42Secret } from './intra42-secret.ts';
import { ionicToken } from './ionic-token.ts';
import { jenkinsCredential } from './jenkins-credential.ts';
import { jfrogKey } from './jfrog-key.ts';
import { jinaKey } from './jina-key.ts';
import { jwt } from './jwt.ts';
import { kongToken } from './kong-token.ts';
import { kubernetesBootstrapToken } from './kubernetes-bootstrap-token.ts';
import { kubernetesSecret } from './kubernetes-secret.ts';
import { langfuseKey } from './langfuse-key.ts';
import { langsmithKey } from './langsmith-key.ts';
import { laravelAppKey } from './laravel-app-key.ts';
import { launchdarklyKey } from './launchdarkly-key.ts';
import { lichessToken } from './lichess-token.ts';
import { linearApiKey } from './linear-api-key.ts';
import { lobKey } from './lob-key.ts';
import { logfireToken } from './logfire-token.ts';
import { loginPair } from './login-pair.ts';
import { longSecret } from './long-secret.ts';
import { mailchimpKey } from './mailchimp-key.ts';
import { mailgunKey } from './mailgun-key.ts';
import { mapboxToken } from './mapbox-token.ts';
import { markedKey } from './marked-key.ts';
import { mongodbAtlasSecret } from './mongodb-atlas-secret.ts';
import { namedKey } from './named-key.ts';
import { namedValue } from './named-value.ts';
import { neonKey } from './neon-key.ts';
import { netlifyToken } from './netlify-token.ts';
import { netrcEntry } from './netrc-entry.ts';
import { newRelicKey } from './new-relic-key.ts';
import { newRelicLicense } from './new-relic-license.ts';
import { notionToken } from './notion-token.ts';
import { npmToken } from './npm-token.ts';
import { nugetKey } from './nuget-key.ts';
import { nvidiaApiKey } from './nvidia-api-key.ts';
import { octopusDeployKey } from './octopus-deploy-key.ts';
import { oktaToken } from './okta-token.ts';
import { onePasswordKey } from './one-password-key.ts';
import { onesignalKey } from './onesignal-key.ts';
import { onfidoToken } from './onfido-token.ts';
import { openaiApiKey } from './openai-api-key.ts';
import { openrouterApiKey } from './openrouter-api-key.ts';
import { openshiftToken } from './openshift-token.ts';
import { openvpnStaticKey } from './openvpn-static-key.ts';
import { openvsxToken } from './openvsx-token.ts';
import { packagistToken } from './packagist-token.ts';
import { paddleKey } from './paddle-key.ts';
import { passwordArgument } from './password-argument.ts';
import { passwordAssignment } from './password-assignment.ts';
import { passwordHash } from './password-hash.ts';
import { passwordList } from './password-list.ts';
import { passwordTable } from './password-table.ts';
import { paypalBraintreeToken } from './paypal-braintree-token.ts';
import { perplexityApiKey } from './perplexity-api-key.ts';
import { personaKey } from './persona-key.ts';
import { pinCode } from './pin-code.ts';
import { pineconeKey } from './pinecone-key.ts';
import { pixieKey } from './pixie-key.ts';
import { plaidToken } from './plaid-token.ts';
import { planetscaleToken } from './planetscale-token.ts';
import { polarToken } from './polar-token.ts';
import { portainerToken } from './portainer-token.ts';
import { posthogKey } from './posthog-key.ts';
import { postmanKey } from './postman-key.ts';
import { prefectToken } from './prefect-token.ts';
import { privateKey } from './private-key.ts';
import { productKey } from './product-key.ts';
import { pulumiToken } from './pulumi-token.ts';
import { puttyPrivateKey } from './putty-private-key.ts';
import { pypiToken } from './pypi-token.ts';
import { rampKey } from './ramp-key.ts';
import { razorpayKey } from './razorpay-key.ts';
import { readmeKey } from './readme-key.ts';
import { recoveryPhrase } from './recovery-phrase.ts';
import { renderKey } from './render-key.ts';
import { replicateToken } from './replicate-token.ts';
import { resendKey } from './resend-key.ts';
import { rootlyKey } from './rootly-key.ts';
import { rubygemsKey } from './rubygems-key.ts';
import { salesforceSession } from './salesforce-session.ts';
import { sampleCredential } from './sample-credential.ts';
import { scalingoToken } from './scalingo-token.ts';
import { secretAssignment } from './secret-assignment.ts';
import { segmentToken } from './segment-token.ts';
import { sendgridKey } from './sendgrid-key.ts';
import { sentryToken } from './sentry-token.ts';
import { sessionCookie } from './session-cookie.ts';
import { settlemintToken } from './settlemint-token.ts';
import { sharedLogin } from './shared-login.ts';
import { shippoToken } from './shippo-token.ts';
import { shopifyToken } from './shopify-token.ts';
import { sidekiqCredential } from './sidekiq-credential.ts';
import { signedUrl } from './signed-url.ts';
import { slackToken } from './slack-token.ts';
import { slackWebhook } from './slack-webhook.ts';
import { sluiceCanary } from './sluice-canary.ts';
import { snykToken } from './snyk-token.ts';
import { sonarToken } from './sonar-token.ts';
import { sourcegraphToken } from './sourcegraph-token.ts';
import { sqlPassword } from './sql-password.ts';
import { squareToken } from './square-token.ts';
import { stackhawkKey } from './stackhawk-key.ts';
import { statedPassword } from './stated-password.ts';
import { stripeKey } from './stripe-key.ts';
import { stripeWebhookSecret } from './stripe-webhook-secret.ts';
import { stytchSecret } from './stytch-secret.ts';
import { supabaseKey } from './supabase-key.ts';
import { tailscaleKey } from './tailscale-key.ts';
import { tavilyKey } from './tavily-key.ts';
import { teamsWebhook } from './teams-webhook.ts';
import { telegramBotToken } from './telegram-bot-token.ts';
import { telnyxKey } from './telnyx-key.ts';
import { tencentSecretId } from './tencent-secret-id.ts';
import { terraformToken } from './terraform-token.ts';
import { thingsboardToken } from './thingsboard-token.ts';
import { thunderstoreToken } from './thunderstore-token.ts';
import { togetherKey } from './together-key.ts';
import { toolPassword } from './tool-password.ts';
import { truenasKey } from './truenas-key.ts';
import { twilioKey } from './twilio-key.ts';
import { twitchStreamKey } from './twitch-stream-key.ts';
import { typeformToken } from './typeform-token.ts';
import { ubidotsToken } from './ubidots-token.ts';
import { vaultToken } from './vault-token.ts';
import { vaultUnsealKey } from './vault-unseal-key.ts';
import { vercelToken } from './vercel-token.ts';
import { volcengineKey } from './volcengine-key.ts';
import { voyageKey } from './voyage-key.ts';
import { wakatimeKey } from './wakatime-key.ts';
import { webhookUrl } from './webhook-url.ts';
import { wordpressSalt } from './wordpress-salt.ts';
import { xaiApiKey } from './xai-api-key.ts';
import { xataKey } from './xata-key.ts';
import { xenditKey } from './xendit-key.ts';
import { yandexKey } from './yandex-key.ts';
import { zohoToken } from './zoho-token.ts';
import { zuploKey } from './zuplo-key.ts';
import type { Detector } from '../../types.ts';

export const credentialDetectors: readonly Detector[] = [
  adafruitKey,
  ageSecretKey,
  airtableToken,
  aivenPassword,
  alibabaAccessKey,
  anthropicApiKey,
  apifyToken,
  asanaToken,
  atlassianToken,
  authressKey,
  awsAccessKeyId,
  awsAppsyncKey,
  awsBedrockKey,
  awsMwsKey,
  awsSecretAccessKey,
  awsSessionToken,
  axiomToken,
  azureAppConfiguration,
  azureClientSecret,
  azureDevopsToken,
  azureId,
  azureIdentifiableKey,
  azureStorageKey,
  baiduApiKey,
  basicAuthUrl,
  bearerHeader,
  bitbucketAppPassword,
  bitlockerRecoveryKey,
  blockProtocolKey,
  blynkCredential,
  brevoKey,
  buildkiteToken,
  cerebrasKey,
  changedKey,
  checkoutComKey,
  circleciToken,
  clickhouseKey,
  clientSideVariable,
  clojarsToken,
  cloudResource,
  cloudflareToken,
  cockroachKey,
  commandLinePassword,
  connectionString,
  contentfulToken,
  coralogixKey,
  cratesIoToken,
  cryptoPrivateKey,
  databricksToken,
  definedNetworkingToken,
  denoToken,
  dependencyTrackKey,
  devicePassword,
  digitaloceanToken,
  discordToken,
  discordWebhook,
  dockerToken,
  dopplerToken,
  dropboxToken,
  duffelToken,
  dynatraceToken,
  easypostKey,
  elevenlabsKey,
  encodedPassword,
  facebookToken,
  figmaToken,
  firebaseServerKey,
  firecrawlKey,
  fireworksKey,
  flutterwaveKey,
  flyToken,
  foreignPassword,
  frameioToken,
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
  harnessToken,
  herokuToken,
  honeycombKey,
  hubspotToken,
  hostLogin,
  huggingfaceToken,
  infracostKey,
  intra42Secret,
  ionicToken,
  jenkinsCredential,
  jfrogKey,
  jinaKey,
  jwt,
  kongToken,
  kubernetesBootstrapToken,
  kubernetesSecret,
  langfuseKey,
  langsmithKey,
  laravelAppKey,
  launchdarklyKey,
  lichessToken,
  linearApiKey,
  lobKey,
  logfireToken,
  loginPair,
  longSecret,
  mailchimpKey,
  mailgunKey,
  mapboxToken,
  markedKey,
  mongodbAtlasSecret,
  namedKey,
  namedValue,
  neonKey,
  netlifyToken,
  netrcEntry,
  newRelicKey,
  newRelicLicense,
  notionToken,
  npmToken,
  nugetKey,
  nvidiaApiKey,
  octopusDeployKey,
  oktaToken,
  onePasswordKey,
  onesignalKey,
  onfidoToken,
  openaiApiKey,
  openrouterApiKey,
  openshiftToken,
  openvpnStaticKey,
  openvsxToken,
  packagistToken,
  paddleKey,
  passwordArgument,
  passwordAssignment,
  passwordHash,
  passwordList,
  passwordTable,
  paypalBraintreeToken,
  perplexityApiKey,
  personaKey,
  pinCode,
  pineconeKey,
  pixieKey,
  plaidToken,
  planetscaleToken,
  polarToken,
  portainerToken,
  posthogKey,
  postmanKey,
  prefectToken,
  privateKey,
  productKey,
  pulumiToken,
  puttyPrivateKey,
  pypiToken,
  rampKey,
  razorpayKey,
  readmeKey,
  recoveryPhrase,
  renderKey,
  replicateToken,
  resendKey,
  rootlyKey,
  rubygemsKey,
  salesforceSession,
  sampleCredential,
  scalingoToken,
  secretAssignment,
  segmentToken,
  sendgridKey,
  sentryToken,
  sessionCookie,
  settlemintToken,
  sharedLogin,
  shippoToken,
  shopifyToken,
  sidekiqCredential,
  signedUrl,
  slackToken,
  slackWebhook,
  sluiceCanary,
  snykToken,
  sonarToken,
  sourcegraphToken,
  sqlPassword,
  squareToken,
  stackhawkKey,
  statedPassword,
  stripeKey,
  stripeWebhookSecret,
  stytchSecret,
  supabaseKey,
  tailscaleKey,
  tavilyKey,
  teamsWebhook,
  telegramBotToken,
  telnyxKey,
  tencentSecretId,
  terraformToken,
  thingsboardToken,
  thunderstoreToken,
  togetherKey,
  toolPassword,
  truenasKey,
  twilioKey,
  twitchStreamKey,
  typeformToken,
  ubidotsToken,
  vaultToken,
  vaultUnsealKey,
  vercelToken,
  volcengineKey,
  voyageKey,
  wakatimeKey,
  webhookUrl,
  wordpressSalt,
  xaiApiKey,
  xataKey,
  xenditKey,
  yandexKey,
  zohoToken,
  zuploKey,
];
