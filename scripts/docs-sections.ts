import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { auditTitles, sinkProblemTitles } from '../server/console/words.ts';
import { sinkKinds } from '../server/sinks/registry.ts';
import { auditActions, sinkProblems } from '../server/vocabulary.ts';

// Parts of pages that people write: what stands between `<!-- NAME -->` and `<!-- /NAME -->` is made of the code.

const root = fileURLToPath(new URL('..', import.meta.url));

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

const code = (text: string) => `\`${text}\``;

function sinkKindTable(table: Table): string {
  const rows = [...sinkKinds.values()].map((sink) => {
    const { properties = {}, required = [] } = z.toJSONSchema(sink.settings);
    const settings = Object.entries(properties).map(([setting, schema]) => {
      const choices = typeof schema === 'object' && schema.enum ? `: ${schema.enum.map(String).join(' or ')}` : '';
      return `${code(setting)}${choices}${required.includes(setting) ? '' : ' (may be left out)'}`;
    });
    return [code(sink.kind), sink.title, settings.join(', '), sink.secret];
  });
  return table(['kind', 'what it is', 'settings', 'secret'], rows);
}

const formats = [
  ['CEF', 'cef', 'syslog', 'txt'],
  ['OCSF', 'ocsf', 'syslog, webhook', 'json'],
  ['ECS', 'ecs', 'elastic, webhook', 'json'],
  ['Splunk', 'splunk', 'splunk', 'json'],
  ['OTLP', 'otlp', 'otlp', 'json'],
  ['Sluice', 'sluice', 'webhook', 'json'],
] as const;

/** The first event of each golden file. */
function formatExamples(): string {
  return formats
    .map(([title, file, kinds, extension]) => {
      const text = readFileSync(`${root}/server/sinks/formats/golden/${file}.${extension}`, 'utf8');
      const [first = ''] = text.split('\n');
      const example = extension === 'txt' ? first : byMember(firstOf(JSON.parse(text)));
      return `**${title}** (${kinds})\n\n\`\`\`text\n${example}\n\`\`\``;
    })
    .join('\n\n');
}

/** JSON with a line for each member. */
function byMember(value: unknown): string {
  const members = Object.entries(z.record(z.string(), z.unknown()).parse(value));
  return `{\n${members.map(([name, member]) => `  ${JSON.stringify(name)}: ${JSON.stringify(member)}`).join(',\n')}\n}`;
}

const Otlp = z.object({
  resourceLogs: z.array(z.looseObject({ scopeLogs: z.array(z.looseObject({ logRecords: z.array(z.unknown()) })) })),
});
const ByName = z.object({ replaced: z.unknown() });

function firstOf(golden: unknown): unknown {
  const otlp = Otlp.safeParse(golden).data;
  if (otlp === undefined) return ByName.parse(golden).replaced;
  const [resource] = otlp.resourceLogs;
  const scopeLogs = resource?.scopeLogs.map((scope) => ({ ...scope, logRecords: scope.logRecords.slice(0, 1) }));
  return { resourceLogs: [{ ...resource, scopeLogs }] };
}

/** Tables of the migrations, by whether their key begins with the bucket. */
function bucketTable(table: Table): string {
  const folder = `${root}/server/store/migrations`;
  const sql = readdirSync(folder)
    .toSorted()
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
  const tables = [...sql.matchAll(/CREATE TABLE (\w+) \(([^;]*)\);/g)].map(([, name = '', body = '']) => ({
    name,
    isSpread: /PRIMARY KEY \(bucket,/.test(body),
  }));
  const names = (isSpread: boolean) =>
    tables
      .filter((each) => each.isSpread === isSpread)
      .map(({ name }) => code(name))
      .join(', ');
  return table(['distributed by bucket', 'copied to every node'], [[names(true), names(false)]]);
}

/** The pages with generated sections, each section by its name. */
export function generatedSections(table: Table): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    'docs/operations.md': {
      'audit-actions': table(
        ['action', 'means'],
        auditActions.map((action) => [code(action), auditTitles[action]]),
      ),
    },
    'docs/siem.md': {
      'sink-kinds': sinkKindTable(table),
      'sink-formats': formatExamples(),
      'sink-problems': table(
        ['why something was not delivered', 'as the console says it'],
        sinkProblems.map((problem) => [code(problem), sinkProblemTitles[problem]]),
      ),
    },
    'docs/scaling.md': { buckets: bucketTable(table) },
  };
}

/** `page` with its sections made anew. Throws where one is missing. */
export function withSections(page: string, sections: Readonly<Record<string, string>>): string {
  let text = page;
  for (const [name, content] of Object.entries(sections)) {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the page has no section ${name}`);
    text = `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
  }
  return text;
}
