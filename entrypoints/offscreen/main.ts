import { documentFrame } from './document-frame.ts';
import { serveReader } from './serve.ts';

serveReader(documentFrame);
