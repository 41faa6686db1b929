import { detectors } from '../lib/dlp/detectors/index.ts';
import { prepare } from '../lib/dlp/prepared.ts';
import { ordinaryTexts } from './ordinary-texts.ts';

process.stdout.write(JSON.stringify(prepare(detectors, ordinaryTexts)));
