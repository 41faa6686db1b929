import type { FormField } from '../sinks/form.ts';

/** The name, the settings and the secret of a form; what is empty is left out. */
export function readFields(fields: readonly FormField[], field: (name: string) => string) {
  const settings: Record<string, unknown> = {};
  for (const { name, reads, lines } of fields) {
    const text = field(name).trim();
    // A certificate stays as it is, its last line end included: another one would be another receiver.
    if (name !== 'secret' && text !== '') settings[name] = lines === true ? field(name) : valueOf(text, reads);
  }
  const given = field('secret').trim();
  return { title: field('title').trim(), settings, ...(given === '' ? {} : { secret: given }) };
}

function valueOf(text: string, reads: FormField['reads']): unknown {
  if (reads === 'number') return Number(text);
  if (reads === 'yes-no') return text === 'yes';
  return reads === 'list' ? text.split(/[\s,]+/).filter(Boolean) : text;
}

/** A setting as it stands in its field: the other way round. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(' ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
