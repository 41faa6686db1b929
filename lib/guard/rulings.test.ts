import { expect, it } from 'vitest';
import { askOf } from '../../test/fixtures/ask.ts';
import { builtInPolicy } from '../policy/built-in.ts';
import { failedLater } from './rulings.ts';
import { CheckStopped } from './progress.ts';
import { createSession } from './session.ts';

it('sends nothing where a person ended the check, although policy lets pass what could not be checked', async () => {
  const session = createSession({ pathname: '/' } as Location);
  const policy = { ...builtInPolicy, onFailure: 'open' } as const;
  session.setPolicy({ policy, source: 'endpoint', epoch: 1, seq: 1, stale: false });
  const ruling = await failedLater(new CheckStopped(), askOf(), session);
  expect(ruling).toMatchObject({ decision: 'refuse', status: 400 });
  expect(ruling.body).toMatch(/you stopped/i);
});
