import { describe, expect, it } from 'vitest';
import { sayAge, sayTime } from './when.ts';

const now = Date.parse('2026-11-25T10:00:00Z');

describe('times in words', () => {
  it('passes through what is not a time', () => {
    expect(sayTime('<b>now</b>')).toBe('<b>now</b>');
    expect(sayAge('never', now)).toBe('never');
  });

  it('says how old something is', () => {
    expect(sayAge('2026-11-25T09:59:30Z', now)).toBe('just now');
    expect(sayAge('2026-11-25T07:10:00Z', now)).toBe('2 hours ago');
    expect(sayAge('2026-11-20T08:00:00Z', now)).toBe('5 days ago');
  });

  it('leaves out the date of today only', () => {
    expect(sayTime('2026-11-25T10:00:00Z', now)).not.toContain('2026');
    expect(sayTime('2026-11-20T10:00:00Z', now)).toContain('2026');
    expect(sayTime('2026-11-25T10:00:00Z')).toContain('2026');
  });
});
