import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../test/fixtures/pdf.ts';
import { readFile } from './any-file.ts';

const textOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const read = await readFile(bytes);
  return read.ok ? read.text : read.reason;
};

describe('readFile', () => {
  it('reads a PDF, and says that more stands behind its end', async () => {
    const pdf = pdfOf('a page');
    expect(await readFile(pdf)).toMatchObject({ ok: true, partly: undefined });
    expect(await readFile(Uint8Array.of(...pdf, ...strToU8('\n')))).toMatchObject({ ok: true, partly: undefined });
    const more = Uint8Array.of(...pdf, ...strToU8('name;iban\n'.repeat(300)));
    expect(await readFile(more)).toMatchObject({ ok: true, partly: 'unknown' });
  });

  it('reads a file that is two kinds at once as both', async () => {
    const pdf = pdfOf('a page');
    const table = await textOf(Uint8Array.of(...strToU8('name;iban\nbob;1\n'), ...pdf));
    for (const part of ['bob;1', 'a page']) expect(table).toContain(part);
    const packed = zipSync({ 'a.pdf': [pdf, { level: 0 }], 'b.txt': strToU8('kept in an archive') });
    const archive = await textOf(Uint8Array.from(packed));
    for (const part of ['kept in an archive', 'a page']) expect(archive).toContain(part);
  });
});
