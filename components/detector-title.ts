/** Parts of detector ids that are not written in lower case. */
const spellings: Readonly<Record<string, string>> = {
  ai: 'AI',
  api: 'API',
  aws: 'AWS',
  azure: 'Azure',
  bic: 'BIC',
  de: 'DE',
  email: 'e-mail',
  gcp: 'GCP',
  github: 'GitHub',
  gitlab: 'GitLab',
  google: 'Google',
  huggingface: 'Hugging Face',
  iban: 'IBAN',
  id: 'ID',
  ip: 'IP',
  jwt: 'JWT',
  npm: 'npm',
  nhs: 'NHS',
  openai: 'OpenAI',
  pem: 'PEM',
  pgp: 'PGP',
  slack: 'Slack',
  ssh: 'SSH',
  ssn: 'SSN',
  stripe: 'Stripe',
  uk: 'UK',
  url: 'URL',
  us: 'US',
};

/** A readable name for a detector of which only the id is known, as in a recorded incident: `github-token` → `GitHub token`. */
export function detectorTitle(id: string): string {
  const words = id.split('-').map((part) => (Object.hasOwn(spellings, part) ? spellings[part] : part));
  return capitalised(words.join(' '));
}

function capitalised(text: string): string {
  return text.startsWith('npm') ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
}
