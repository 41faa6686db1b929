import { readCorpora } from './accuracy.ts';
import { accuracyOf } from './engine-accuracy.ts';
import { sizeFigures } from './engine-size.ts';
import { speedFigures } from './engine-speed.ts';
import type { Figure } from './figure.ts';
import { installPeers } from './peers.mjs';
import { table } from './table.ts';

const why = 'What is known of the causes of what is not reached: [speed](decisions/speed.md).';

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
    figures.some(({ reached }) => reached === false) ? why : '',
    accuracy?.details ?? '',
  ].join('\n\n');
}

function lineOf({ name, measured, peer, bar, reached }: Figure): readonly string[] {
  return [name, measured, peer, bar, reached === undefined ? '' : reached ? 'yes' : 'no'];
}
