import { readCorpora } from './accuracy.ts';
import { accuracyOf } from './engine-accuracy.ts';
import { sizeFigures } from './engine-size.ts';
import { speedFigures } from './engine-speed.ts';
import type { Figure } from './figure.ts';
import { installPeers } from './peers.mjs';
import { table } from './table.ts';

/** The engine's part of the scorecard, as Markdown. */
export async function benchEngine(corpusFolder: string | undefined): Promise<string> {
  const trouble = installPeers();
  const corpora = corpusFolder === undefined ? undefined : readCorpora(corpusFolder);
  const accuracy = corpora ? await accuracyOf(corpora, trouble === undefined) : undefined;
  const figures = [
    ...(accuracy?.figures ?? []),
    ...(await speedFigures(corpora, trouble === undefined)),
    ...(await sizeFigures()),
  ];
  const notes = [
    corpora
      ? undefined
      : 'Accuracy and speed on natural text are not measured: `SLUICE_CORPUS` names no folder of corpora.',
    trouble === undefined ? undefined : `Peers are not measured: ${trouble}.`,
  ];
  return [
    ...notes.filter((note) => note !== undefined),
    table(['figure', 'measured', 'peer, same run', 'to reach', 'reached'], figures.map(lineOf)),
    ...figures.filter(({ reached }) => reached === false).flatMap(causeOf),
    accuracy?.details ?? '',
  ].join('\n\n');
}

/** Why a figure is not reached, where that is known. */
const causes: readonly (readonly [start: string, cause: string])[] = [
  [
    '10 MB',
    'the peer leaves most of this out. Of the time, about a quarter goes to the one pass in which words and outlines are found: alone it takes as long as the whole of what the bar allows, or longer, in WebAssembly too (see [the decision](decisions/webassembly.md)). A third goes to what is encoded, which is decoded and looked at like any text. The rest goes to the expressions of all detectors, each only near its anchors; none of them takes more than a twentieth.',
  ],
];

function causeOf({ name }: Figure): readonly string[] {
  return causes.flatMap(([start, cause]) => (name.startsWith(start) ? [`**${start}, not reached:** ${cause}`] : []));
}

function lineOf({ name, measured, peer, bar, reached }: Figure): readonly string[] {
  return [name, measured, peer, bar, reached === undefined ? '' : reached ? 'yes' : 'no'];
}
