import { stream } from 'hono/streaming';
import { rateLimit } from '../api/rate-limit.ts';
import { AuditEntry } from '../audit/entry.ts';
import { exportAudit } from '../audit/export.ts';
import { listAudit, readAuditHead, recordAudit } from '../store/audit.ts';
import { newestCheckpoints } from '../store/checkpoints.ts';
import type { Workings } from '../workings.ts';
import { AuditQuery } from './contract.ts';
import type { AuditPage } from './contract.ts';
import type { Handler } from './handler.ts';
import { readNoter } from './note-read.ts';

const pageSize = 50;
const wholeLog = 2 ** 31 - 1;

/** `GET /api/audit`: newest first, with the end of the chain and the last checkpoint. */
export function auditHandler(workings: Workings): Handler {
  const { db } = workings;
  const noteRead = readNoter(workings);
  return async (c) => {
    const query = AuditQuery.safeParse(c.req.query());
    if (!query.success) return c.json({ reason: 'bad-request' }, 400);
    const { before } = query.data;
    // At any page: whoever reads names the position of a page, and could begin at any.
    await noteRead(c.get('caller'), { action: 'audit-read', target: 'audit' });
    const rows = await listAudit(db, { before: before ?? wholeLog, limit: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    const { size, head } = await readAuditHead(db);
    const [checkpoint] = await newestCheckpoints(db, 1);
    return c.json({
      entries: shown.map(({ entry }) => AuditEntry.parse(JSON.parse(entry))),
      next: rows.length > pageSize ? (shown.at(-1)?.seq ?? null) : null,
      size,
      head,
      signedSize: checkpoint?.size ?? 0,
    } satisfies AuditPage);
  };
}

/** `GET /api/audit/export`: the whole log, for `sluice audit verify`. */
export function auditExportHandler(workings: Workings): Handler {
  const { db, clock } = workings;
  const exports = rateLimit({ burst: 10, perSecond: 1 / 360 });
  return async (c) => {
    const { kind, name } = c.get('caller');
    const wait = exports.take(`${kind} ${name}`, clock());
    if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
    await recordAudit(db, { actor: c.get('caller').name, action: 'audit-exported', target: 'audit', now: clock() });
    c.header('Content-Type', 'application/jsonl; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="sluice-audit.jsonl"');
    return stream(c, async (out) => {
      for await (const line of exportAudit(workings)) await out.write(line);
    });
  };
}
