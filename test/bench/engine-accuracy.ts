import { scan } from '../../lib/dlp/scan.ts';
import { alarmsOn, perMegabyte, recallOn } from './accuracy.ts';
import type { Harmless, Recall, Row, Scan } from './accuracy.ts';
import { unmeasured } from './figure.ts';
import type { Figure } from './figure.ts';
import { phonesAndNumbers, redactPii, secretlint } from './peers.mjs';
import { table } from './table.ts';

const found = (isWanted: (category: string) => boolean): Scan => {
  return (text) =>
    scan(text)
      .findings.filter(({ category }) => isWanted(category))
      .map(({ start, end, detector }) => ({ start, end, type: detector }));
};
const secrets = found((category) => category === 'credential');
const personal = found((category) => category !== 'credential');

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const ratio = ({ hits, found: hit }: Recall) => (hits === 0 ? 0 : hit / hits);
const natural = (kind: string) => kind !== 'logs-ids' && kind !== 'numbers-table';
const ofIds = (kind: string) => kind === 'logs-ids';
const mustBeSilent = new Set(['lockfile', 'base64-asset', 'logs-ids']);

/** Recall and alarms on corpora, beside peers, with tables of the details. */
export async function accuracyOf(corpora: ReadonlyMap<string, readonly Row[]>, withPeers: boolean) {
  const rows = (name: string) => corpora.get(name) ?? [];
  const lint = withPeers ? await secretlint() : undefined;
  const libraries = withPeers ? await phonesAndNumbers() : undefined;
  const redactor = withPeers ? await redactPii() : undefined;
  const recallOf = async (name: string, own: Scan, bar: number, peer: Scan | undefined): Promise<[Figure, Recall]> => {
    const measured = await recallOn(rows(name), own);
    const beside = peer && (await recallOn(rows(name), peer));
    const reached = ratio(measured) >= bar / 100;
    const figure = {
      name: `recall, ${name}`,
      measured: percent(ratio(measured)),
      peer: beside ? percent(ratio(beside)) : unmeasured,
      bar: `≥ ${bar} %`,
      reached,
    };
    return [figure, measured];
  };
  const sources = [
    await recallOf('gitleaks', secrets, 97, lint),
    await recallOf('noseyparker', secrets, 90, lint),
    await recallOf('secretlint', secrets, 92, lint),
    await recallOf('detect-secrets', secrets, 80, lint),
    await recallOf('gitleaks-decode', secrets, 100, lint),
    await recallOf('presidio', personal, 88, redactor),
    await recallOf('phones', personal, 90, libraries),
  ];
  const cover = ((sources[0]?.[1].cover ?? 0) + (sources[1]?.[1].cover ?? 0)) / 2;
  const quiet = await alarmsOn(rows('benign'), secrets);
  const private_ = await alarmsOn(rows('benign'), personal);
  const lintQuiet = lint && (await alarmsOn(rows('benign'), lint));
  const librariesQuiet = libraries && (await alarmsOn(rows('benign'), libraries));
  const alarms = (
    name: string,
    kinds: ReadonlyMap<string, Harmless>,
    include: (kind: string) => boolean,
    bar: number,
    peer?: ReadonlyMap<string, Harmless>,
  ): Figure => {
    const measured = perMegabyte(kinds, include);
    return {
      name,
      measured: measured.toFixed(2),
      peer: peer ? perMegabyte(peer, include).toFixed(2) : unmeasured,
      bar: bar === 0 ? '0' : `≤ ${bar}`,
      reached: measured <= bar,
    };
  };
  const figures: Figure[] = [
    ...sources.map(([figure]) => figure),
    {
      name: 'cover, mean of gitleaks and noseyparker',
      measured: percent(cover),
      peer: '',
      bar: '≥ 90 %',
      reached: cover >= 0.9,
    },
    alarms('secrets: alarms per MB of natural text', quiet, natural, 2, lintQuiet),
    alarms('secrets: alarms per MB of prompts', quiet, (kind) => kind === 'prompts', 0.5, lintQuiet),
    alarms('secrets: alarms per MB in lock files, base64, ids', quiet, (kind) => mustBeSilent.has(kind), 0, lintQuiet),
    alarms('personal data: alarms per MB of natural text', private_, natural, 10, librariesQuiet),
    alarms('personal data: alarms per MB of logs full of ids', private_, ofIds, 50, librariesQuiet),
  ];
  const kinds = table(
    ['harmless text', 'MB', 'secrets: alarms', 'personal data: alarms'],
    [...quiet].map(([kind, { bytes, alarms: count }]) => [
      kind,
      (bytes / 1e6).toFixed(2),
      String(count),
      String(private_.get(kind)?.alarms ?? 0),
    ]),
  );
  const missed = sources.flatMap(([{ name }, { byType }]) =>
    [...byType]
      .filter(([, { hits, found: hit }]) => hit < hits)
      .map(([type, { hits, found: hit }]) => [name.replace('recall, ', ''), type, `${hit} of ${hits}`]),
  );
  const details = `### Alarms by kind of text\n\n${kinds}\n\n### Kinds that are not found in full\n\n${table(['source', 'kind', 'found'], missed)}`;
  return { figures, details };
}
