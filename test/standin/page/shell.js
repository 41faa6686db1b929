import { options } from './bootstrap.js';
import { shellA } from './shell-a.js';
import { shellB } from './shell-b.js';
import { shellC } from './shell-c.js';

/** What differs between the front ends that the same origin serves: markup and headers, not the calls. */
export const shell = { A: shellA('section'), 'A-article': shellA('article'), B: shellB, C: shellC }[options.frontEnd];
