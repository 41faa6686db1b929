import { describe, expect, it } from 'vitest';
import { nameBefore } from './name-before.ts';

describe('nameBefore', () => {
  it('gives the start of a name, which may be empty', () => {
    expect(nameBefore('x = DB_PASSWORD', 7)).toBe('DB_');
    expect(nameBefore('a password', 2)).toBe('');
  });

  it('gives nothing for an index, nor for what is too long to be a name', () => {
    expect(nameBefore('row[user.password', 9)).toBeUndefined();
    expect(nameBefore(`${'a'.repeat(65)}password`, 65)).toBeUndefined();
    expect(nameBefore(`${'a'.repeat(64)}password`, 64)).toBe('a'.repeat(64));
  });
});
