import { parseArgs } from 'node:util';
import { EndpointProblem } from '../../server/problem.ts';
import { auditVerify } from './audit-verify.ts';
import { backup, backupKey } from './backup.ts';
import { fail } from './command.ts';
import type { Command } from './command.ts';
import { dictionary } from './dictionary.ts';
import { keysInstall, keysRequest, keysRotate } from './endpoint-keys.ts';
import { keysDelegate, keysInspect, keysRoot, keysSigning } from './keys.ts';
import { policyImport, policySign, policyVerify } from './policy.ts';
import { restore } from './restore.ts';

/** `npm run -s sluice -- COMMAND`: administration. Exit 2 when the command itself is wrong. */
const commands: readonly Command[] = [
  dictionary,
  auditVerify,
  backupKey,
  backup,
  restore,
  keysRoot,
  keysSigning,
  keysDelegate,
  keysInspect,
  keysRequest,
  keysRotate,
  keysInstall,
  policySign,
  policyVerify,
  policyImport,
];

const usage = `npm run -s sluice -- ${commands.map((command) => command.usage).join('  |  ')}`;

function main(args: readonly string[]): Promise<number> | number {
  const command = commands.find(({ name }) => args.slice(0, name.split(' ').length).join(' ') === name);
  const given = command && read(command, args);
  if (command === undefined || given === undefined)
    return fail(`The command is "${command?.usage ?? usage}", and "${args.join(' ')}" does not fit it.`);
  return command.run(given.files, given.options);
}

function read({ name, usage: shape, needs, may }: Command, args: readonly string[]) {
  const names = [...needs, ...may];
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(names.map((option) => [option, { type: 'string' as const }])),
    });
    const files = positionals.slice(name.split(' ').length);
    const fits = files.length === (shape.startsWith(`${name} FILE`) ? 1 : 0) && needs.every((need) => values[need]);
    const options = Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'));
    return fits ? { files, options: options as Record<string, string> } : undefined;
  } catch {
    return undefined; // an option that does not exist
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof EndpointProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
