import { isRandomId } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const hex32 = '[0-9a-f]{32}';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const bitwarden = `0\\.${uuid}\\.[a-z0-9]{30}:[a-z0-9+/]{22}==`;

/**
 * Shapes of keys that have no mark of their own and are known by the provider's name in front of them. A row is a word of that name and
 * what a value may be. The shapes are those that each provider's own documentation and console show.
 */
const shapes: Readonly<Record<string, string>> = {
  ably: '[a-z0-9_-]{6}\\.[a-z0-9_-]{6}:[a-z0-9_-]{43}',
  abuseipdb: '[0-9a-f]{80}',
  adobe: `(?:p8e-)?${hex32}`,
  agora: hex32,
  aiven: '[a-z0-9/+=]{372}',
  alchemy: '[a-z0-9_-]{32}',
  ai21: uuid,
  algolia: hex32,
  alibaba: '[a-z0-9]{30}',
  amplitude: hex32,
  anypoint: `${hex32}|${uuid}`,
  asana: `\\d{16}|[0-9]/\\d{16}:[a-z0-9]{32}|[a-z0-9]{32}`,
  assemblyai: hex32,
  auth0: '[a-z0-9_-]{32,64}',
  beamer: 'b_[a-z0-9=_/+-]{44}',
  bigmodel: '[0-9a-f]{32}\\.[a-z0-9]{16}',
  bitbucket: '[a-z0-9]{32}|[a-z0-9_=-]{64}',
  bitly: '[0-9a-f]{40}',
  bittrex: hex32,
  bitwarden,
  blazemeter: uuid,
  blocknative: uuid,
  browserstack: '[a-z0-9]{20}',
  bugsnag: `${hex32}|${uuid}`,
  buildkite: '[0-9a-f]{40}',
  bws_: bitwarden,
  calendly: '[a-z0-9_.-]{60,400}',
  chartmogul: hex32,
  circle: '[0-9a-f]{40}',
  clearbit: '[a-z0-9_]{35}',
  clickup: `pk_\\d+_[a-z0-9]{32}`,
  clockify: '[a-z0-9]{48}',
  cloudant: '[0-9a-f]{64}|[a-z]{24}',
  cloudflare: '[a-z0-9_-]{40}|[0-9a-f]{37}',
  cloudmersive: uuid,
  codacy: `[a-z0-9]{20}|${hex32}`,
  codeclimate: '[0-9a-f]{64}',
  cc_test: '[0-9a-f]{64}',
  close_: 'api_[a-z0-9]{18,26}\\.[a-z0-9]{18,26}',
  codecov: `[a-z0-9]{32}|${uuid}`,
  cohere: '[a-z0-9]{40}',
  coinbase: '[a-z0-9_-]{64}|[a-z0-9]{16,32}',
  composio: '[ac]k_[a-z0-9_-]{20}',
  confluent: '[a-z0-9]{16}|[a-z0-9/+]{64}',
  contentful: '[a-z0-9_=-]{43}',
  databento: 'db-[a-z0-9]{29}',
  datadog: `[0-9a-f]{40}|${hex32}`,
  dd_api: hex32,
  dd_app: '[0-9a-f]{40}',
  deepgram: '[0-9a-f]{40}',
  cypress: uuid,
  deepl: `${uuid}(?::fx)?`,
  deepseek: `sk-${hex32}`,
  discord: `\\d{17,19}|[a-z0-9=_-]{32}|[0-9a-f]{64}`,
  drone: '[a-z0-9]{32}',
  dropbox: '[a-z0-9]{15}|[a-z0-9_-]{43,170}',
  elastic: '[a-z0-9_=-]{60}',
  elevenlabs: hex32,
  etsy: '[a-z0-9]{24}',
  exa_: uuid,
  facebook: hex32,
  fal_: `${uuid}:${hex32}`,
  fb_api: hex32,
  fbapi: hex32,
  fastly: '[a-z0-9_=-]{32}',
  finicity: `${hex32}|[a-z0-9]{20}`,
  finnhub: '[a-z0-9]{20,40}',
  flickr: '[a-z0-9]{16,32}',
  freshbooks: '[a-z0-9]{64}',
  freshdesk: '[a-z0-9]{20}',
  ghost: '[0-9a-f]{24}:[0-9a-f]{64}',
  gitter: '[a-z0-9_-]{40}',
  gocardless: 'live_[a-z0-9_=-]{40}',
  gitea: '[0-9a-f]{40}',
  gitlab: '[a-z0-9_=-]{20,64}',
  hashicorp: '[a-z0-9._-]{60,120}',
  heroku: uuid,
  hetzner: '[a-z0-9]{64}',
  honeycomb: hex32,
  github: '(?:iv\\d\\.)?[0-9a-f]{16,20}|[0-9a-f]{40}',
  hubspot: uuid,
  hunter: '[0-9a-f]{40}',
  infura: hex32,
  instagram: '[0-9a-f]{32,64}',
  intercom: '[a-z0-9=_-]{60}',
  ipstack: hex32,
  jfrog: '[a-z0-9]{64}|[a-z0-9]{73}',
  artifactory: '[a-z0-9]{64}|[a-z0-9]{73}',
  jumpcloud: '[0-9a-f]{40}',
  kraken: '[a-z0-9/=_+-]{80,90}',
  kucoin: `[0-9a-f]{24}|${uuid}`,
  launchdarkly: `[a-z0-9=_-]{40}|(?:(?:sdk|api|mob)-)?${uuid}`,
  linkedin: '[a-z0-9]{14}|[a-z0-9]{16}',
  lob: '(?:live|test)_[a-z0-9]{35}',
  logdna: hex32,
  loggly: uuid,
  looker: '[a-z0-9]{20}|[a-z0-9]{24}',
  mailchimp: hex32,
  mailgun: `key-${hex32}|${hex32}-[0-9a-f]{8}-[0-9a-f]{8}`,
  mailjet: hex32,
  mandrill: '[a-z0-9_-]{22}',
  mattermost: '[a-z0-9]{26}',
  maxmind: '[a-z0-9]{16}|[a-z0-9]{40}',
  messagebird: `[a-z0-9]{25}|${uuid}`,
  mistral: '[a-z0-9]{32}',
  mixpanel: hex32,
  modal: 'a[ks]-[a-z0-9]{22}',
  mollie: '(?:live|test|access)_[a-z0-9]{30,40}',
  netlify: '[a-z0-9=_-]{40,46}',
  newrelic: '[a-z0-9]{32,64}',
  nexmo: '[0-9a-f]{8}|[a-z0-9]{16}',
  ngrok: '\\d[a-z0-9]{26}_[a-z0-9]{20,21}',
  nytimes: '[a-z0-9=_-]{32}',
  okta: '[a-z0-9=_-]{42}',
  openweather: hex32,
  opsgenie: uuid,
  pd_: '(?!(?:[a-z]+[_-])+[a-z0-9]*$)[a-z0-9+_-]{20}',
  pagerduty: '[a-z0-9+_-]{20}',
  paypal: '[a-z0-9_-]{64,90}',
  pingdom: '[a-z0-9_-]{64}',
  pinecone: uuid,
  plaid: `[a-z0-9]{24}|[a-z0-9]{30}|access-[a-z]+-${uuid}`,
  postmark: uuid,
  privateai: '[a-z0-9]{32}',
  pubnub: `[a-z]{3}-c-${uuid}`,
  pusher: '[0-9a-f]{20}',
  railway: `[a-z0-9]{32}|${uuid}`,
  rapidapi: '[a-z0-9_-]{50}',
  razorpay: '[a-z0-9]{24}',
  rollbar: hex32,
  runscope: uuid,
  sambanova: uuid,
  scaleway: uuid,
  segment: '[a-z0-9]{32}',
  sendbird: `[0-9a-f]{40}|${uuid}`,
  sendinblue: 'xkeysib-[0-9a-f]{64}-[a-z0-9]{16}',
  sentry: '[0-9a-f]{64}',
  shodan: '[a-z0-9]{32}',
  shortcut: uuid,
  snyk: uuid,
  softlayer: '[a-z0-9]{64}',
  sonar: '(?:sq[upa]_)?[a-z0-9=_-]{40}',
  sourcegraph: '[0-9a-f]{40}',
  splunk: uuid,
  spotify: hex32,
  square: '[a-z0-9=_-]{22,64}',
  squarespace: uuid,
  statuspage: uuid,
  statsig: '(?:secret|console)-[a-z0-9]{40,50}',
  stytch: '[a-z0-9=_-]{36,64}',
  sumo: 'su[a-z0-9]{12}|[a-z0-9]{64}',
  supabase: '[a-z0-9._-]{100,300}',
  terraform: '[a-z0-9]{14}\\.atlasv1\\.[a-z0-9=_-]{60,70}',
  thingsboard: '[a-z0-9]{20}',
  provisiondevice: '[a-z0-9]{20}',
  trello: `[0-9a-z]{32}|[0-9a-f]{64}`,
  travis: '[a-z0-9_-]{22}',
  twilio: hex32,
  twitch: '[a-z0-9]{30}',
  twitter: '[a-z0-9]{20}|[a-z0-9]{25}|[a-z0-9]{35,50}|\\d{5,19}-[a-z0-9]{35,45}|a{22}[a-z0-9%]{60,140}',
  typeform: 'tfp_[a-z0-9_.=-]{59}',
  upstash: uuid,
  vercel: '[a-z0-9]{24}',
  virustotal: '[0-9a-f]{64}',
  wakatime: uuid,
  wandb: '[0-9a-f]{40}',
  webflow: '[0-9a-f]{64}',
  yandex: 't1\\.[a-z0-9_-]{20,}|a[a-z0-9_-]{38}',
  zapier: '[a-z0-9]{32}',
  zerobounce: '[a-z0-9]{32}',
  zendesk: '[a-z0-9]{40}',
  zhipu: '[0-9a-f]{32}\\.[a-z0-9]{16}',
  zoom: '[a-z0-9_.-]{20,64}',
};
const providers = Object.keys(shapes);
const whole = new Map<string, RegExp>();

/** Made when a provider's name is met: most texts hold none. */
function shapeOf(provider: string): RegExp {
  const known = whole.get(provider);
  if (known) return known;
  const made = new RegExp(`^(?:${shapes[provider] ?? ''})$`, 'i');
  whole.set(provider, made);
  return made;
}

const name = 'token|secret|key|api|client|pass(?:word)?|auth|login|credentials?|id|pat';

/**
 * A provider's name, a word that says key, and a value of the shape that this provider's keys have.
 * https://cwe.mitre.org/data/definitions/798.html
 */
export const namedKey: Detector = {
  id: 'named-key',
  title: 'Key of a service',
  category: 'credential',
  severity: 'high',
  confidence: 0.85,
  pattern: new RegExp(
    `(?<provider>${providers.join('|')})(?:[\\w. \\t-]{0,24}?(?<word>${name})[\\w.-]{0,16})?[\\\\"'\`\\]]{0,5}[ \\t]{0,16}(?:[:?!=]{0,3}[:=]>?|=>|,|>|\\|\\||\\{\\s{0,16}(?:(?:type|description|sensitive)[^\\n]{0,100}\\n\\s{0,16}){0,3}default[ ]{0,8}=|[ ](?=(?:[0-9a-f]{32,64}|${uuid})(?![\\w-])))\\s{0,8}[ \\t\\\\"'\`=]{0,7}(?<secret>[\\w%+\\/=.:~-]{8,400})(?=["'\`\\s;,)<}]|\\\\[\\\\nr"']|$)`,
    'gi',
  ),
  anchors: providers,
  verify(value, { 0: found, groups = {} }) {
    const provider = groups['provider']?.toLowerCase() ?? '';
    if (!shapeOf(provider).test(value) || isExample(value)) return false;
    const { word } = groups;
    // The name alone must be followed by what only a generator makes, in quotes.
    if (word === undefined) return value.length >= 32 && /["'`]$/.test(found.slice(0, found.lastIndexOf(value)));
    // An id or a login is secret only where nothing but a generator makes it.
    if (/(?:trace|span|request|event|commit|incident|search|session|issue|item)[ _.-]?id["'`\]]?[\s:=]/i.test(found))
      return false;
    return !/^(?:id|login)$/i.test(word) || /\d/.test(value);
  },
};

/** Examples repeat themselves; a UUID of an example is the one of every example. */
function isExample(value: string): boolean {
  if (/example|your|x{5}|placeholder|change/i.test(value)) return true;
  if (new Set(value.toLowerCase()).size < 6) return true;
  return value.length === 36 && value.includes('-') && !isRandomId(value) && new Set(value).size < 8;
}
