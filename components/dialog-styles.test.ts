import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { dialogStyles } from './dialog-styles.ts';

function colours(css: string): readonly string[] {
  return [...css.matchAll(/--[a-z-]+: #[0-9a-f]{6}/g)].map(([found]) => found);
}

describe('dialogStyles', () => {
  it('has the colours of the pages, light and dark', async () => {
    const theme = await readFile(new URL('theme.css', import.meta.url), 'utf8');
    expect(colours(dialogStyles)).toHaveLength(24);
    expect(colours(dialogStyles)).toEqual(colours(theme));
  });

  it('loads nothing', () => {
    expect(dialogStyles).not.toMatch(/url\(|@import|https?:/);
  });
});
