import * as z from 'zod/mini';
import { actions } from '../vocabulary/actions.ts';
import { categories, severities, surfaces } from '../vocabulary/content.ts';

const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/));
/** A group of browsers, as IT names it in managed storage. */
const groupName = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));
const line = z.string().check(z.minLength(1), z.maxLength(300));

/** One line of a policy: when every named condition holds for a finding, `action` applies to it. */
export const PolicyRule = z.strictObject({
  id,
  when: z.strictObject({
    detector: z.optional(id),
    category: z.optional(z.enum(categories)),
    /** Holds from this severity upwards. */
    severity: z.optional(z.enum(severities)),
    surface: z.optional(z.enum(surfaces)),
    /** Holds from this many distinct values of the rule's other conditions in one prompt. */
    atLeast: z.optional(z.int().check(z.gte(2), z.lte(10_000))),
    /** Holds in browsers of this group alone, and there before the rules of its kind that name none. */
    group: z.optional(groupName),
  }),
  action: z.enum(actions),
  /** Shown to the person in the dialog, verbatim. */
  message: z.optional(line),
  /** Incidents of this rule are sent without the random delay. */
  urgent: z.optional(z.boolean()),
});
export type PolicyRule = z.infer<typeof PolicyRule>;

const words = (most: number) =>
  z.array(z.string().check(z.minLength(2), z.maxLength(100))).check(z.minLength(1), z.maxLength(most));
const pattern = z.string().check(z.minLength(1), z.maxLength(1_000));

/**
 * A kind of content that only the organisation knows: a pattern in the common subset of JavaScript (flag `u`) and RE2, or keywords. The
 * employee sees it word for word.
 */
export const PolicyCustomRule = z.strictObject({
  id: z.string().check(z.regex(/^org-[a-z0-9-]{1,59}$/)),
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  category: z.enum(categories),
  severity: z.enum(severities),
  pattern: z.optional(pattern),
  ignoreCase: z.optional(z.boolean()),
  keywords: z.optional(words(1_000)),
  /** Counts only so near to one of these, in UTF-16 units. */
  near: z.optional(z.strictObject({ keywords: words(100), within: z.int().check(z.gte(1), z.lte(1_000)) })),
  /** Values that are none. */
  except: z.optional(words(500)),
  exceptPattern: z.optional(pattern),
});
export type PolicyCustomRule = z.infer<typeof PolicyCustomRule>;

/**
 * A list of terms as salted fingerprints, made by `npm run -s sluice -- dictionary`. Whoever has it can try guesses: it hides long lists
 * from a glance, not terms that are easily guessed.
 */
const dictionary = {
  id: z.string().check(z.regex(/^org-[a-z0-9-]{1,59}$/)),
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  category: z.enum(categories),
  severity: z.enum(severities),
  /** What the list is for: the employee reads it beside the list's size. */
  purpose: line,
  terms: z.int().check(z.gte(10), z.lte(200_000)),
};

/** The fingerprints stand in the policy itself. */
export const InlineDictionary = z.strictObject({
  ...dictionary,
  /** Base64. */
  data: z.string().check(z.maxLength(4_000_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
});
export type InlineDictionary = z.infer<typeof InlineDictionary>;

/** Lower-case hex. */
export const BlobName = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Bytes of one blob: a list of 200,000 terms has 1.8 million. */
export const largestBlob = 2 * 1024 * 1024;
/** Bytes of all blobs that one policy names: every frame of the page holds them. */
export const mostBlobBytes = 8 * 1024 * 1024;

/** The fingerprints are fetched by their SHA-256. The policy is in force once every one of its blobs is there. */
export const BlobDictionary = z.strictObject({
  ...dictionary,
  sha256: BlobName,
  bytes: z.int().check(z.gte(1), z.lte(largestBlob)),
});
export type BlobDictionary = z.infer<typeof BlobDictionary>;

/**
 * Both shapes are strict: a version that knows only the first refuses a policy with the second whole, keeps the one before and says so
 * (`bad-schema`). Nobody goes on without a list that the policy counts on.
 */
export const PolicyDictionary = z.union([InlineDictionary, BlobDictionary], {
  error: 'a list has id, title, category, severity, purpose and terms, and either data or sha256 and bytes',
});
export type PolicyDictionary = z.infer<typeof PolicyDictionary>;

/** The fingerprints of blobs by their SHA-256, as base64: what is to cross to a tab must be text. */
export type Blobs = Readonly<Record<string, string>>;

/** The dictionaries of a policy that are given by their hash, each blob once. */
export function blobsOf({ dictionaries = [] }: Pick<Policy, 'dictionaries'>): readonly BlobDictionary[] {
  const named = dictionaries.flatMap((each) => ('sha256' in each ? [each] : []));
  return named.filter(({ sha256 }, index) => named.findIndex((other) => other.sha256 === sha256) === index);
}

function sizeOf(dictionaries: readonly PolicyDictionary[]): number {
  return blobsOf({ dictionaries: [...dictionaries] }).reduce((sum, { bytes }) => sum + bytes, 0);
}

const selector = z.string().check(z.minLength(3), z.maxLength(200), z.regex(/^[\w\s#.:>~+*^$|=()[\]"'-]+$/));

/**
 * What is known of the page in the hour in which it changed, until an update brings it. It has no field that could take anything away
 * from what is checked: no slots to skip, no kind of call that is let through.
 */
export const PolicySitePack = z.strictObject({
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  /** Selectors of the composer's editor and its send button. */
  editors: z.optional(z.array(selector).check(z.maxLength(10))),
  sendButtons: z.optional(z.array(selector).check(z.maxLength(10))),
  /** Calls that carry what people say. `*` stands for one part of a path. */
  calls: z.optional(
    z
      .array(
        z.strictObject({
          id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/)),
          kind: z.enum(['prompt', 'content', 'upload', 'audio', 'draft', 'completion']),
          path: z.string().check(z.maxLength(200), z.regex(/^\/[\w.~*-]+(?:\/[\w.~*-]+)+$/)),
        }),
      )
      .check(z.maxLength(20)),
  ),
});
export type PolicySitePack = z.infer<typeof PolicySitePack>;

/** A place outside the endpoint that gets incidents and keeps them by its own rules. */
export const PolicyCopy = z.strictObject({
  /** No closed set: a browser must not refuse the policy of an endpoint that knows one more. */
  kind: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/)),
  title: z.string().check(z.minLength(1), z.maxLength(80)),
});
export type PolicyCopy = z.infer<typeof PolicyCopy>;

/**
 * A whole policy, as an organisation writes it, a managed file carries it or the extension brings it along. Among the rules that
 * hold for a finding those that name its detector come first, then those that name its category, then the rest. Of the first kind
 * that is there, those for the browser's own group come first; among them the strongest action applies. No rule: `allow`.
 */
export const Policy = z.strictObject({
  schema: z.literal(1),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  /** `observe` is the kill switch: everything is recorded, nothing is held. */
  mode: z.enum(['enforce', 'observe']),
  rules: z.array(PolicyRule).check(z.maxLength(500)),
  disabledDetectors: z.array(id).check(z.maxLength(500)),
  /** What the organisation looks for besides. `rules` name them by their ids. */
  customRules: z.optional(z.array(PolicyCustomRule).check(z.maxLength(200))),
  dictionaries: z.optional(
    z.array(PolicyDictionary).check(
      z.maxLength(10),
      z.refine((dictionaries) => sizeOf(dictionaries) <= mostBlobBytes, 'the lists are too long together'),
    ),
  ),
  /** For bytes that cannot be read as text. */
  unreadable: z.enum(actions),
  /** For dictation and voice. */
  audio: z.enum(actions),
  /** What an outage of our own does to a prompt: hold it, or let it pass and report it. */
  onFailure: z.enum(['hold', 'open']),
  /** Which accounts may be used. */
  accounts: z.optional(
    z.strictObject({
      /** For accounts that are not the organisation's. */
      personal: z.enum(['allow', 'warn', 'block']),
      /** Ids of its workspaces: told to the product with each request, which refuses every other account. */
      workspaces: z.optional(
        z.array(z.string().check(z.regex(/^[A-Za-z0-9_-]{4,64}$/))).check(z.minLength(1), z.maxLength(20)),
      ),
    }),
  ),
  /** What a page that is no longer as it was known does to a call with typed words: held and asked about, or let go on and reported. */
  onDrift: z.optional(z.enum(['hold', 'report'])),
  sitePack: z.optional(PolicySitePack),
  /** Replace without asking, with a notice and undo before sending. */
  autoRedact: z.boolean(),
  incidents: z.strictObject({
    /** Days an entry stays in the employee's ledger. */
    retentionDays: z.int().check(z.gte(7), z.lte(730)),
    /** The range, in seconds, in which pushes are delayed at random. */
    pushDelaySeconds: z.tuple([z.int().check(z.gte(0)), z.int().check(z.gte(0), z.lte(86_400))]),
    /** Who gets a copy of each: the endpoint names its sinks when it signs, whatever was written here. */
    copies: z.optional(z.array(PolicyCopy).check(z.maxLength(50))),
  }),
  /** A line of the organisation in every dialog, e.g. whom to ask. */
  help: z.optional(line),
});
export type Policy = z.infer<typeof Policy>;

/** What the endpoint signs: a policy with its place in time. `(epoch, seq)` may only rise. */
export const PolicyDocument = z.strictObject({
  orgId: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  epoch: z.int().check(z.gte(1)),
  seq: z.int().check(z.gte(1)),
  issuedAt: z.iso.datetime(),
  /** After this moment the policy stays in force and is shown as stale. */
  notAfter: z.iso.datetime(),
  /** Seconds between two polls. */
  pollSeconds: z.int().check(z.gte(5), z.lte(86_400)),
  /** Who wrote it and who released it, shown to the employee. */
  author: line,
  approver: line,
  /** Browsers of this group alone take it; those of every group where it is left out. */
  group: z.optional(groupName),
  policy: Policy,
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;
