/** How many devices a group should have. */
export interface ExpectedDevices {
  readonly group: string;
  readonly devices: number;
}

export type ParsedDevices =
  | { readonly ok: true; readonly groups: readonly ExpectedDevices[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const mostLines = 10_000;

/**
 * Reads CSV with the columns `group,devices`, with or without that heading; an empty group stands for devices without one. Commas or
 * semicolons, quotes around a field, and the byte order mark of spreadsheets are understood. One sentence per bad line, no more than 20.
 */
export function parseExpectedDevices(text: string): ParsedDevices {
  const groups = new Map<string, ExpectedDevices>();
  const problems: string[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (lines.length > mostLines) return { ok: false, problems: [`The file has more than ${mostLines} lines.`] };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || (index === 0 && /^"?group"?[,;]"?devices"?$/i.test(line.trim()))) continue;
    const read = readLine(line);
    if (typeof read === 'string') problems.push(`Line ${index + 1}: ${read}`);
    else if (groups.has(read.group)) problems.push(`Line ${index + 1}: the group is there twice.`);
    else groups.set(read.group, read);
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 20) };
  if (groups.size === 0) return { ok: false, problems: ['The file has no line with a group and a number of devices.'] };
  return { ok: true, groups: [...groups.values()] };
}

function readLine(line: string): ExpectedDevices | string {
  const fields = line.split(/[,;]/).map((field) =>
    field
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  const [group, devices] = fields;
  if (group === undefined || devices === undefined || fields.length !== 2)
    return 'it needs a group and a number of devices, with a comma between them.';
  if (!/^[a-z0-9-]{0,64}$/.test(group)) return 'a group takes small letters, digits and hyphens, 64 at most.';
  if (!/^\d{1,8}$/.test(devices)) return 'the number of devices must be a whole number up to 99999999.';
  return { group, devices: Number(devices) };
}
