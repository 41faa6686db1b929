import * as z from 'zod/mini';
import { installStates } from '../vocabulary.ts';
import { day, name, token } from './contract.ts';

// What the console and its endpoint say to each other about enrolment.

const group = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));

export const TokenDraft = z.strictObject({
  title: name,
  group: z.optional(group),
  days: z.int().check(z.gte(1), z.lte(730)),
  uses: z.int().check(z.gte(1), z.lte(1_000_000)),
  /** Browsers of one day. Left out, it is half of the uses, and 500 at least. */
  perDay: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  needsApproval: z.boolean(),
});

/** The token is shown once. With the rest and the address of the console it makes a join code. */
export const TokenMade = z.strictObject({
  id: z.uuidv4(),
  token,
  orgId: z.string(),
  policyRootKeys: z.string(),
});
export type TokenMade = z.infer<typeof TokenMade>;

const counts = z.strictObject({ pending: z.int(), approved: z.int(), revoked: z.int() });

export const TokenList = z.strictObject({
  tokens: z.array(
    z.strictObject({
      id: z.uuidv4(),
      title: z.string(),
      group: z.nullable(z.string()),
      expiresAt: z.iso.datetime(),
      uses: z.int(),
      usesLeft: z.int(),
      perDay: z.int(),
      needsApproval: z.boolean(),
      revoked: z.boolean(),
      createdBy: z.string(),
      installs: counts,
    }),
  ),
});
export type TokenList = z.infer<typeof TokenList>;

export const InstallQuery = z.strictObject({
  token: z.optional(z.uuidv4()),
  state: z.optional(z.enum(installStates)),
  after: z.optional(z.string().check(z.maxLength(60))),
});
export type InstallQuery = z.infer<typeof InstallQuery>;

/** Nothing here leads to an incident, and nothing is finer than a day. */
export const InstallPage = z.strictObject({
  installs: z.array(
    z.strictObject({
      id: z.uuidv4(),
      group: z.nullable(z.string()),
      state: z.enum(installStates),
      enrolledOn: day,
    }),
  ),
  next: z.nullable(z.string()),
});
export type InstallPage = z.infer<typeof InstallPage>;
