/** Each defence: where it stands, what takes it out, and the tests that must notice. Run by `teeth.mjs`. */
const browser = (grep, project = 'browser') => ({ build: true, args: ['playwright', project, grep] });
const unit = (...paths) => ({ build: false, args: ['vitest', ...paths] });

export const defences = [
  {
    name: 'draft-stripping',
    file: 'lib/guard/judge.ts',
    from: "outgoing.rule.kind === 'draft' ? withoutDraft(outgoing.json) : undefined",
    to: 'undefined as ReturnType<typeof withoutDraft>',
    prove: browser('a harmless session'),
  },
  {
    name: 'fetch-gate',
    file: 'lib/page/gates.ts',
    from: '  gateFetch(ask);\n',
    to: '',
    prove: browser('an edit of an earlier message'),
  },
  {
    name: 'xhr-gate',
    file: 'lib/page/gates.ts',
    from: '  gateXhr(ask);\n',
    to: '',
    prove: browser('an edit of an earlier message'),
  },
  {
    name: 'composer-hold',
    file: 'lib/guard/composer.ts',
    from: 'editors.find((each) => stops(readEditor(each), session))',
    to: 'editors.find((each) => readEditor(each).length < 0 && stops(readEditor(each), session))',
    prove: browser('the send button and a paste'),
  },
  {
    name: 'dnr-rule',
    file: 'lib/network/closed-rules.ts',
    from: '    ...closed,\n',
    to: '',
    prove: browser('a tab whose gates have not checked in'),
  },
  {
    name: 'ticket-check',
    file: 'lib/network/network-ring.ts',
    from: "if (ticket?.verdict === 'allowed') return true;",
    to: 'if (ticket === undefined || needsDecision(inspected.verdict.action)) return true;',
    prove: browser('worker', 'managed'),
  },
  {
    name: 'judged-bytes',
    file: 'lib/page/gate-socket.ts',
    from: 'frame.data = judged;',
    to: 'frame.data = data ?? judged;',
    prove: browser('after a socket has them'),
  },
  {
    name: 'navigation-guard',
    file: 'lib/guard/start.ts',
    from: '  guardNavigations(session, signal);\n',
    to: '',
    prove: browser('an address with the secret'),
  },
  {
    name: 'file-scope',
    file: 'lib/guard/session.ts',
    from: '`${for_} ${detector}',
    to: '`${for_.length > 0} ${detector}',
    prove: browser('what was allowed in a file'),
  },
  {
    name: 'long-paste',
    file: 'lib/guard/paste.ts',
    from: 'if (!takesLong && !stops(text, session)) return;',
    to: 'if (takesLong || !stops(text, session)) return;',
    prove: browser('a long paste with a key waits'),
  },
  {
    name: 'documents',
    file: 'lib/guard/files.ts',
    from: 'const read = presentEngine().readDocument(bytes);',
    to: "const read = { ok: bytes.length > 0 && presentEngine() !== undefined, text: '', partly: undefined };",
    prove: browser('a key in a document'),
  },
  {
    name: 'parts-of-a-secret',
    file: 'lib/guard/safe-version.ts',
    from: "session.sent(texts.join('\\n'));",
    to: 'void texts;',
    prove: browser('said in two messages'),
  },
  {
    name: 'organisation-rules',
    file: 'lib/policy/compile.ts',
    from: 'custom.detectors.length > 0 ? [...detectors, ...custom.detectors] : detectors',
    to: 'detectors',
    prove: unit('scripts'),
  },
  {
    name: 'window-edges',
    file: 'lib/dlp/collect.ts',
    from: 'window.start === 0 ? 0 : margin',
    to: '0',
    prove: unit('lib/dlp/parity.test.ts'),
  },
  {
    name: 'hidden-keys',
    file: 'lib/sites/chatgpt/shapes.ts',
    from: 'if (written.length === stringCount(parsed)) return undefined;',
    to: 'if (written.length >= stringCount(parsed)) return undefined;',
    prove: unit('lib/policy'),
  },
  // The bypasses of other products (complaints-and-bypasses, c2), each by its number where it is not above.
  {
    name: 'files-before-upload', // 3
    file: 'lib/guard/start.ts',
    from: '  guardFiles(session, signal);\n',
    to: '',
    prove: browser('a text file with a key'),
  },
  {
    name: 'encodings', // 4
    file: 'lib/dlp/look.ts',
    from: 'for (const run of decodedRuns(normal.text, isWanted)) {',
    to: 'for (const run of decodedRuns("", isWanted)) {',
    prove: unit('lib/dlp/scan.test.ts', 'lib/dlp/detectors'),
  },
  {
    name: 'frames', // 6
    file: 'entrypoints/page.content.ts',
    from: 'allFrames: true',
    to: 'allFrames: false',
    prove: browser('of a new frame'),
  },
  {
    name: 'network-gate', // 6, 7
    file: 'lib/network/network-ring.ts',
    from: 'return { cancel: !passes(details, options) };',
    to: 'return { cancel: !passes(details, options) && details.tabId < -1 };',
    prove: browser('a call of a worker with a key', 'managed'),
  },
  {
    name: 'hidden-bodies', // 7
    file: 'lib/network/caught.ts',
    from: "return family === 'chrome' && !shownInChromium.has(method);",
    to: "return family === 'chrome' && !shownInChromium.has(method) && method === '';",
    prove: unit('lib/network'),
  },
  {
    name: 'sockets', // 7
    file: 'lib/page/gates.ts',
    from: '  gateSocket(ask);\n',
    to: '',
    prove: browser('a data channel'),
  },
  {
    name: 'private-channel', // 8
    file: 'lib/page/asker.ts',
    from: '    removeListener(page, greetings.guard, greet, true);\n',
    to: '',
    prove: browser('a second handshake'),
  },
  {
    name: 'no-answer-means-no', // 9
    file: 'lib/guard/judge.ts',
    from: 'if (policy === undefined) return judgeLater(ask, options);',
    to: 'if (policy === undefined) return judgeLater.length < 0 ? cut : pass;',
    prove: browser('before its policy is there'),
  },
  {
    name: 'slow-scans', // 10
    file: 'lib/guard/judge.ts',
    from: 'return session.scans.prepare(texts, policy).then(() => ruleAtOnce(ask, outgoing, policy, options));',
    to: 'return texts.length > 0 ? pass : ruleAtOnce(ask, outgoing, policy, options);',
    prove: browser('long body'),
  },
  {
    name: 'links', // 12
    file: 'lib/network/closed-rules.ts',
    from: '    ...linkText.map(',
    to: '    ...linkText.slice(0, 0).map(',
    prove: browser('text of a link goes into the composer'),
  },
  {
    name: 'audio', // 13
    file: 'lib/policy/inspect.ts',
    from: "if (rule.kind !== 'audio' && unreadable.length === 0) return found;",
    to: "if (rule.kind === 'audio' || unreadable.length === 0) return found;",
    prove: browser('audio that policy blocks', 'managed'),
  },
  {
    name: 'rollback', // 16
    file: 'lib/contract/signed-policy.ts',
    from: "if (older) return 'rolled-back';",
    to: '',
    prove: unit('lib/sync'),
  },
  {
    name: 'site-pack-widens',
    file: 'lib/sites/chatgpt/site.ts',
    from: 'calls: [...calls, ...rules],',
    to: 'calls: [...rules, ...calls],',
    prove: unit('lib/sites'),
  },
  {
    name: 'accounts',
    file: 'lib/guard/account.ts',
    from: 'if (workspaces) return workspaces.includes(id);',
    to: 'if (workspaces) return id.length > 0;',
    prove: browser('named workspaces are told'),
  },
  {
    name: 'receipt-check',
    file: 'lib/contract/chain.ts',
    from: "  return subtle.verify({ name: 'Ed25519' }, signer, signature, receiptMessage(receipt));",
    to: '  return Boolean(signer) && receiptMessage(receipt).length > 0;',
    prove: unit('lib/sync'),
  },
  {
    name: 'ledger-write',
    file: 'lib/sync/send.ts',
    from: /await [^;]*ledger\.add\([^;]*;/,
    to: (line) => line.replace(/await [^;]*;/, '0;'),
    prove: unit('lib/sync'),
  },
  {
    name: 'own-canary',
    file: 'lib/bridge/guard-side.ts',
    from: '      if (of !== nonce) return;\n',
    to: '',
    prove: unit('lib/bridge'),
  },
  // The endpoint.
  {
    name: 'proof-tries',
    file: 'server/store/sessions.ts',
    from: 'AND proof_tries < $2::smallint',
    to: 'AND $2::smallint > 0',
    prove: unit('server/attacks/doors.test.ts'),
  },
  {
    name: 'forwarded-for',
    file: 'server/api/client-address.ts',
    from: 'if (!trusted.check(client.text, client.family)) return client;',
    to: 'if (forwarded.length === 0) return client;',
    prove: unit('server/attacks/doors.test.ts', 'server/api'),
  },
  {
    name: 'keys-end-with-their-maker',
    file: 'server/store/api-keys.ts',
    from: ` AND active AND roles @> '["owner"]'::jsonb`,
    to: '',
    prove: unit('server/attacks/doors.test.ts', 'server/console-api'),
  },
  {
    name: 'lists-for-the-approved',
    file: 'server/api/device-plane.ts',
    from: "for (const path of ['/blobs/*', '/incidents', '/messages/*']) app.use(path, requireApproved",
    to: "for (const path of ['/incidents', '/messages/*']) app.use(path, requireApproved",
    prove: unit('server/blobs.test.ts'),
  },
  {
    name: 'erased-stays-erased',
    file: 'server/store/incidents.ts',
    from: 'erased_incidents.id = sent.id)',
    to: 'erased_incidents.id <> sent.id AND false)',
    prove: unit('server/privacy/erase.test.ts'),
  },
  {
    name: 'restored-sessions',
    file: 'server/backup/restore-backup.ts',
    from: "['sessions', 'setup_links']",
    to: '[]',
    prove: unit('server/backup', 'server/attacks/old-backup.test.ts'),
  },
  {
    name: 'delegated-epochs',
    file: 'lib/contract/signed-policy.ts',
    from: 'return isAllowed && (last === undefined || epoch <= last) ?',
    to: 'return isAllowed && (last === undefined || epoch <= last + 1_000) ?',
    prove: unit('server/attacks/stolen-key.test.ts'),
  },
  {
    name: 'own-proposal',
    file: 'server/console-api/proposals.ts',
    from: "if (proposal.author_id === personId) return { verdict: 'own-proposal' };",
    to: '',
    prove: unit('server/console-api'),
  },
  {
    name: 'secrets-for-their-receiver',
    file: 'server/sinks/receiver.ts',
    from: 'return `${table} ${kind} ${receiverOf(settings)}`;',
    to: 'return `${table} ${kind} ${settings.slice(0, 0)}`;',
    prove: unit('server/sinks/deliver.test.ts', 'server/attacks/database-writer.test.ts'),
  },
  {
    name: 'no-policy-in-place-of-one-taken-out',
    file: 'server/sign-due.ts',
    from: 'if (!isThere && mark !== undefined)',
    to: 'if (!isThere && mark === undefined && Date.now() < 0)',
    prove: unit('server/attacks/database-writer.test.ts'),
  },
  {
    name: 'no-group-in-entries',
    file: 'lib/policy/reported-rule.ts',
    from: 'return groupRules.has(id) ? groupRule : id;',
    to: 'return groupRules.has(groupRule) ? groupRule : id;',
    prove: unit('lib/policy/reported-rule.test.ts', 'lib/guard/intervene.test.ts'),
  },
  {
    name: 'before-the-engine',
    file: 'lib/guard/before-engine.ts',
    from: "holder === 'other' && isWordOfThePage(text, { policy: rules, wasTyped: session.wasTyped })",
    to: "holder === 'other' || isWordOfThePage(text, { policy: rules, wasTyped: session.wasTyped })",
    prove: unit('lib/guard/before-engine.test.ts'),
  },
  {
    name: 'no-engine-means-no',
    file: 'lib/guard/judge.ts',
    from: '? ruling.catch((error: unknown) => failedLater(error, ask, options.session))',
    to: '? ruling.catch((error: unknown) => (Date.now() < 0 ? failedLater(error, ask, options.session) : pass))',
    prove: browser('where the engine cannot be had'),
  },
  {
    name: 'open-before-it-writes',
    file: 'lib/guard/judge.ts',
    from: 'if (opened && ask.wait) return opened.then(() => judge(ask, options));',
    to: '',
    prove: browser('is made ready before it is asked for'),
  },
  {
    name: 'files-together',
    file: 'lib/guard/files.ts',
    from: 'session.scans.scanTurn(text, policy, session.before())',
    to: 'session.scans.scan(text, policy)',
    prove: browser('said in two files'),
  },
  {
    name: 'stopped-is-not-sent',
    file: 'lib/guard/rulings.ts',
    from: 'return error instanceof CheckStopped ? stopped : failed(ask, session);',
    to: 'return error instanceof CheckStopped && Date.now() < 0 ? stopped : failed(ask, session);',
    prove: unit('lib/guard/rulings.test.ts'),
  },
];
