import type { Plugin } from 'vite';

export const prebuiltModule: RegExp;
export function prebuiltSource(): string;
export const prebuiltPlugin: Plugin;
