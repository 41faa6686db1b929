import { readRootKeys } from '../../lib/contract/envelope.ts';
import { readOutside } from '../../server/audit/outside.ts';
import { verifyAudit } from '../../server/audit/verify.ts';
import { fail, linesOf } from './command.ts';
import type { Command } from './command.ts';

/** Says whether an exported audit log is whole, without its endpoint. Exit 1 when it is not. */
export const auditVerify: Command = {
  name: 'audit verify',
  usage: 'audit verify FILE --root-keys "KID:KEY …" [--checkpoint KEPTFILE]',
  needs: ['root-keys'],
  may: ['checkpoint'],
  async run([file = ''], options) {
    const roots = await readRootKeys(options['root-keys'] ?? '');
    if (roots.size === 0) fail('--root-keys needs root keys as browsers pin them: KID:KEY, a space between two.');
    const kept = options['checkpoint'];
    const outside = kept === undefined ? [] : readOutside(linesOf(kept));
    if (outside === undefined) fail(`The file ${kept ?? ''} holds a line that is no checkpoint, or none at all.`);
    const { problems, ...verified } = await verifyAudit(linesOf(file), roots, outside);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    const verdict = problems.length === 0 ? 'holds' : 'does not hold';
    process.stdout.write(`${JSON.stringify({ verdict, ...verified })}\n`);
    return problems.length === 0 ? 0 : 1;
  },
};
