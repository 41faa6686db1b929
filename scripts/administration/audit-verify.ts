import { readRootKeys } from '../../lib/contract/envelope.ts';
import { verifyAudit } from '../../server/audit/verify.ts';
import { fail, linesOf } from './command.ts';
import type { Command } from './command.ts';

/** Says whether an exported audit log is whole, without its endpoint. Exit 1 when it is not. */
export const auditVerify: Command = {
  name: 'audit verify',
  usage: 'audit verify FILE --root-keys "KID:KEY …"',
  needs: ['root-keys'],
  may: [],
  async run([file = ''], options) {
    const roots = await readRootKeys(options['root-keys'] ?? '');
    if (roots.size === 0) fail('--root-keys needs root keys as browsers pin them: KID:KEY, a space between two.');
    const { problems, ...verified } = await verifyAudit(linesOf(file), roots);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    const verdict = problems.length === 0 ? 'holds' : 'does not hold';
    process.stdout.write(`${JSON.stringify({ verdict, ...verified })}\n`);
    return problems.length === 0 ? 0 : 1;
  },
};
