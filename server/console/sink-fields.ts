import type { SinkKindName } from '../vocabulary.ts';

export interface SinkField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices?: readonly string[];
  readonly titles?: Readonly<Record<string, string>>;
  /** A text of several lines. */
  readonly lines?: true;
  readonly type?: string;
  readonly required?: boolean;
  readonly defaultValue?: string;
  readonly autoComplete?: string;
}

export const networks: SinkField = {
  name: 'allowedNetworks',
  label: 'Private networks it may reach',
  hint: 'Such as 10.1.0.0/16, a space between two. Without it only public addresses are reached.',
};
export const ca: SinkField = {
  name: 'ca',
  label: 'Own certificate authority (PEM)',
  hint: 'May stay empty.',
  lines: true,
};
export const url: SinkField = { name: 'url', label: 'Address', type: 'url', required: true };
export const secret = (label: string, required: boolean): SinkField => ({
  name: 'secret',
  label,
  type: 'password',
  required,
  autoComplete: 'off',
});

/** What is asked for each kind. The endpoint checks it by its own schema. */
export const sinkFields: Record<SinkKindName, readonly SinkField[]> = {
  syslog: [
    { name: 'host', label: 'Host', required: true },
    { name: 'port', label: 'Port', type: 'number', required: true, defaultValue: '6514' },
    { name: 'transport', label: 'Connection', choices: ['tls', 'tcp'] },
    { name: 'format', label: 'Format', choices: ['cef', 'ocsf'] },
    networks,
    ca,
  ],
  splunk: [
    url,
    secret('Token', true),
    { name: 'acknowledge', label: 'Wait for the indexer’s acknowledgement', choices: ['yes', 'no'] },
    networks,
    ca,
  ],
  elastic: [url, secret('API key, encoded', true), { name: 'index', label: 'Data stream' }, networks, ca],
  otlp: [
    url,
    { name: 'header', label: 'Header of the secret', hint: 'Authorization, where it stays empty.' },
    secret('Its whole value', false),
    networks,
    ca,
  ],
  webhook: [
    url,
    secret('Signing secret (base64)', true),
    { name: 'format', label: 'Format', choices: ['sluice', 'ocsf', 'ecs'] },
    networks,
    ca,
  ],
};

/** The fields of a form as the endpoint takes them: what is empty is left out. */
export function readSinkDraft(kind: SinkKindName, field: (name: string) => string) {
  return { kind, ...readFields(sinkFields[kind], field) };
}

/** The name, the settings and the secret of a form; what is empty is left out. */
export function readFields(fields: readonly SinkField[], field: (name: string) => string) {
  const settings: Record<string, unknown> = {};
  for (const { name } of fields) {
    const text = field(name).trim();
    if (name === 'secret' || text === '') continue;
    settings[name] = valueOf(name, text);
  }
  const given = field('secret').trim();
  return { title: field('title').trim(), settings, ...(given === '' ? {} : { secret: given }) };
}

function valueOf(name: string, text: string): unknown {
  if (name === 'port') return Number(text);
  if (name === 'acknowledge') return text === 'yes';
  return name === 'allowedNetworks' ? text.split(/[\s,]+/).filter(Boolean) : text;
}
