import * as z from 'zod/mini';

/** One thing that people are asked for in the console: a setting, or the secret under the name `secret`. */
export const FormField = z.strictObject({
  name: z.string(),
  label: z.string(),
  hint: z.optional(z.string()),
  choices: z.optional(z.array(z.string())),
  /** What each choice is called; in capitals where it is left out. */
  titles: z.optional(z.record(z.string(), z.string())),
  /** A text of several lines. */
  lines: z.optional(z.literal(true)),
  /** Of the input: `text` where it is left out. */
  type: z.optional(z.enum(['text', 'url', 'email', 'number', 'password'])),
  required: z.optional(z.boolean()),
  defaultValue: z.optional(z.string()),
  autoComplete: z.optional(z.string()),
  /** What the text becomes, where it does not stay one: `yes` is true, a list has spaces or commas between its parts. */
  reads: z.optional(z.enum(['number', 'yes-no', 'list'])),
});
export type FormField = z.infer<typeof FormField>;

export const networks: FormField = {
  name: 'allowedNetworks',
  label: 'Private networks it may reach',
  hint: 'Such as 10.1.0.0/16, a space between two. Without it only public addresses are reached.',
  reads: 'list',
};

export const ca: FormField = {
  name: 'ca',
  label: 'Own certificate authority (PEM)',
  hint: 'May stay empty.',
  lines: true,
};

export const url: FormField = { name: 'url', label: 'Address', type: 'url', required: true };

export function port(defaultValue: string, hint?: string): FormField {
  const field: FormField = {
    name: 'port',
    label: 'Port',
    type: 'number',
    required: true,
    defaultValue,
    reads: 'number',
  };
  return hint === undefined ? field : { ...field, hint };
}

export function secret(label: string, required: boolean): FormField {
  return { name: 'secret', label, type: 'password', required, autoComplete: 'off' };
}
