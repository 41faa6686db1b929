import type { Incident } from '../../lib/contract/incident.ts';
import { severities } from '../../lib/vocabulary/content.ts';
import type { Severity } from '../../lib/vocabulary/content.ts';
import { bucketOf } from './database.ts';
import type { Queries } from './database.ts';
import { enqueue } from './sink-queue.ts';

/** An incident as it is stored: with a pseudonym, and without anything that leads to an installation. */
export interface PseudonymousIncident {
  readonly incident: Incident;
  readonly pseudonym: string;
}

/**
 * Stores what is new of a batch in one statement, in the order of its random ids, so that nothing tells the order of arrival. What was
 * erased stays away. Returns the ids that are new, as the database writes them. Belongs within a transaction, with `enqueue` for those that are new.
 */
export async function addIncidents(db: Queries, batch: readonly PseudonymousIncident[]): Promise<ReadonlySet<string>> {
  const rows = batch.map(rowOf).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const added = await db.query(
    `INSERT INTO incidents (bucket, id, pseudonym, day, rounded_at, surface, action, outcome, justification, severity,
       length_bucket, ring, policy_source, policy_epoch, policy_seq, extension, browser_family, browser_major,
       chain_restarted, findings, cause)
     SELECT bucket, id, pseudonym, day, rounded_at, surface, action, outcome, justification, severity,
       length_bucket, ring, policy_source, policy_epoch, policy_seq, extension, browser_family, browser_major,
       chain_restarted, findings, cause
     FROM jsonb_to_recordset($1::jsonb) AS sent (bucket smallint, id uuid, pseudonym text, day date,
       rounded_at timestamptz, surface text, action text, outcome text, justification text, severity text,
       length_bucket text, ring text, policy_source text, policy_epoch integer, policy_seq integer, extension text,
       browser_family text, browser_major integer, chain_restarted boolean, findings jsonb, cause text,
       id_bucket smallint)
     WHERE NOT EXISTS (
       SELECT 1 FROM erased_incidents WHERE erased_incidents.bucket = sent.id_bucket AND erased_incidents.id = sent.id)
     ON CONFLICT DO NOTHING RETURNING id::text AS id`,
    [JSON.stringify(rows)],
  );
  return new Set(added.map(({ id }) => String(id)));
}

/** The same, and adds all of the batch to the queues of sinks. */
export async function insertIncidents(db: Queries, batch: readonly PseudonymousIncident[]): Promise<void> {
  if (batch.length === 0) return;
  await addIncidents(db, batch);
  await enqueue(db, batch);
}

function rowOf({ incident, pseudonym }: PseudonymousIncident) {
  return {
    bucket: bucketOf(pseudonym),
    id: incident.id,
    pseudonym,
    day: incident.at.slice(0, 10),
    rounded_at: incident.at,
    surface: incident.surface,
    action: incident.action,
    outcome: incident.outcome,
    justification: incident.justification ?? null,
    severity: mostSevere(incident) ?? null,
    length_bucket: incident.length,
    ring: incident.ring,
    policy_source: incident.policy.source,
    policy_epoch: incident.policy.epoch,
    policy_seq: incident.policy.seq,
    extension: incident.extension,
    browser_family: incident.browser.family,
    browser_major: incident.browser.major,
    chain_restarted: incident.chainRestarted ?? false,
    findings: incident.findings,
    cause: incident.cause ?? null,
    id_bucket: bucketOf(incident.id.toLowerCase()),
  };
}

function mostSevere({ findings }: Incident): Severity | undefined {
  return severities.findLast((severity) => findings.some((finding) => finding.severity === severity));
}
