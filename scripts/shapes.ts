import { detectors } from '../lib/dlp/detectors/index.ts';
import { packShapes } from '../lib/dlp/detector-shape.ts';

process.stdout.write(packShapes(detectors));
