import { alertKinds, alertLevels } from '../vocabulary.ts';
import type { AlertChannelName } from '../vocabulary.ts';
import type { DestinationDraft } from '../alerts/contract.ts';
import { ca, networks, port, secret, url } from '../sinks/form.ts';
import type { FormField } from '../sinks/form.ts';
import { readFields } from './form-values.ts';

/** What is asked for each channel. The endpoint checks it by its own schema. */
export const destinationFields: Record<AlertChannelName, readonly FormField[]> = {
  mail: [
    {
      name: 'to',
      label: 'To',
      type: 'email',
      required: true,
      hint: 'One address; a list of people is the mail server’s.',
    },
    { name: 'from', label: 'From', type: 'email', required: true },
    { name: 'host', label: 'Mail server', required: true },
    port('587', 'Mostly 587 for STARTTLS, 465 for TLS.'),
    {
      name: 'security',
      label: 'Connection',
      choices: ['starttls', 'tls', 'none'],
      titles: { starttls: 'STARTTLS', tls: 'TLS from the start', none: 'Plain, within listed networks only' },
    },
    { name: 'username', label: 'User name', hint: 'May stay empty, and the password with it.', autoComplete: 'off' },
    secret('Password', false),
    networks,
    ca,
  ],
  webhook: [url, secret('Signing secret (base64)', true), networks, ca],
};

/** The fields of a form as the endpoint takes them. */
export function readDestinationDraft(channel: AlertChannelName, field: (name: string) => string): DestinationDraft {
  return {
    channel,
    ...readFields(destinationFields[channel], field),
    kinds: alertKinds.filter((kind) => field(kind) !== ''),
    fromLevel: alertLevels.find((level) => level === field('fromLevel')) ?? 'warning',
  };
}
