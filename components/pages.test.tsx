import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { failures } from '../lib/messaging/contract.ts';
import type { LedgerPage } from '../lib/messaging/contract.ts';
import { pageGates } from '../lib/vocabulary/page-gates.ts';
import { degradedReasons } from '../lib/vocabulary/states.ts';
import { sampleLedger, sampleMembership, sampleNow, samplePolicy, sampleStatus } from './harness/page-samples.ts';
import { JoinForm } from './JoinForm.tsx';
import { LedgerView } from './LedgerView.tsx';
import { CustomRules, DictionaryList } from './CustomRules.tsx';
import { PolicyView } from './PolicyView.tsx';
import { StatusView } from './StatusView.tsx';
import { Trouble } from './Trouble.tsx';
import { WelcomeView } from './WelcomeView.tsx';
import { contactFailureWords, degradedWords, failureWords, pageGateWords } from './words.ts';

const hostile = '<script>alert(1)</script>';
const escaped = '&lt;script&gt;alert(1)&lt;/script&gt;';
const nothing = () => undefined;

function ledger(page: Partial<LedgerPage> = {}, hasOlder = false): string {
  return renderToStaticMarkup(
    <LedgerView
      ledger={{ ...sampleLedger, ...page }}
      inForce={samplePolicy}
      hasOlder={hasOlder}
      isLoading={false}
      onLoadOlder={nothing}
    />,
  );
}

describe('LedgerView', () => {
  it('shows a hostile body as text', () => {
    const html = ledger({ lines: [{ ...sampleLedger.lines[0]!, body: hostile, path: hostile }], waiting: [hostile] });
    expect(html).not.toContain('<script');
    expect(html.split(escaped)).toHaveLength(5);
  });

  it('shows a body byte for byte', () => {
    const body = '{"a" :  1,\n\t"b":"  "}';
    const html = ledger({ lines: [{ ...sampleLedger.lines[0]!, body }], waiting: [] });
    expect(html).toContain(`>${body.replaceAll('"', '&quot;')}</pre>`);
  });

  it('says what is never recorded, and what the server adds', () => {
    expect(ledger()).toContain('What is never recorded');
    expect(ledger()).toContain('a pseudonym');
  });

  it('offers the ids of what the organisation may hold, and none of what stayed on the device', () => {
    const [one] = sampleLedger.incidents;
    const sent = ledger({ incidents: [{ ...one!, sync: 'acknowledged' }] });
    expect(sent).toContain('Copy ids');
    expect(sent).toContain(one!.incident.id);
    const local = ledger({ incidents: [{ ...one!, sync: 'local-only' }], lines: [], waiting: [] });
    expect(local).not.toContain('Copy ids');
    expect(local).not.toContain(one!.incident.id);
  });

  it('says why entries wait', () => {
    const membership = { ...sampleMembership, lastFailure: 'pending' } as const;
    const view = { inForce: samplePolicy, hasOlder: false, isLoading: false, onLoadOlder: nothing };
    const html = renderToStaticMarkup(<LedgerView {...view} ledger={sampleLedger} membership={membership} />);
    expect(html).toContain(contactFailureWords.pending);
    expect(ledger()).not.toContain(contactFailureWords.pending);
  });

  it('offers older lines only when there are some', () => {
    expect(ledger({}, true)).toContain('Load older');
    expect(ledger({}, false)).not.toContain('Load older');
  });

  it('has a sentence for an empty ledger', () => {
    const html = ledger({ lines: [], total: 0, polls: 0, waiting: [], incidents: [] });
    for (const sentence of ['Nothing has been recorded.', 'Nothing has been sent', 'Nothing waits']) {
      expect(html).toContain(sentence);
    }
  });
});

describe('PolicyView', () => {
  it('shows every message verbatim, and who wrote and released the policy', () => {
    const rules = [{ id: 'own', when: {}, action: 'block' as const, message: `Do not! ${hostile}` }];
    const inForce = {
      ...samplePolicy,
      policy: { ...samplePolicy.policy, rules },
      stale: true,
      refused: 'rolled-back',
    } as const;
    const html = renderToStaticMarkup(<PolicyView inForce={inForce} />);
    expect(html).toContain(`Do not! ${escaped}</blockquote>`);
    for (const text of ['M. Okafor', 'J. Lindqvist', '1.4', 'past its end date', 'older than the one in force']) {
      expect(html).toContain(text);
    }
  });
});

describe('the systems that get copies', () => {
  const withCopies = (copies: { kind: string; title: string }[]) => {
    const { policy } = samplePolicy;
    const named = { ...policy, incidents: { ...policy.incidents, copies } };
    const html = renderToStaticMarkup(<PolicyView inForce={{ ...samplePolicy, policy: named, stale: false }} />);
    return html.slice(0, html.indexOf('<details')); // below it the policy stands whole
  };

  it('are named with title and kind, also one that this version does not know', () => {
    const html = withCopies([
      { kind: 'splunk', title: `SOC ${hostile}` },
      { kind: 'carrier-pigeon', title: 'Loft' },
    ]);
    for (const text of ['Who gets copies', `SOC ${escaped}</bdi>`, 'Splunk', 'Loft', 'carrier-pigeon'])
      expect(html).toContain(text);
  });

  it('have no heading where there are none', () => {
    expect(withCopies([])).not.toContain('Who gets copies');
  });
});

describe('CustomRules', () => {
  it('shows what the organisation looks for, word for word', () => {
    const rule = { id: 'org-falcon', title: `Falcon ${hostile}`, category: 'organisation', severity: 'high' } as const;
    const html = renderToStaticMarkup(
      <CustomRules
        rules={[
          { ...rule, pattern: '\\bF-\\d{4}\\b', near: { keywords: ['contract'], within: 40 }, exceptPattern: 'F-0+' },
          { ...rule, id: 'org-words', keywords: ['project falcon', 'nest'], except: ['nest egg'] },
        ]}
      />,
    );
    for (const text of [
      `Falcon ${escaped}`,
      '\\bF-\\d{4}\\b',
      '40 characters of: contract',
      'F-0+',
      'project falcon · nest',
      'nest egg',
    ])
      expect(html).toContain(text);
  });
});

describe('DictionaryList', () => {
  it('shows each list by name, size and purpose, and none of its fingerprints', () => {
    const list = {
      id: 'org-birds',
      title: 'Birds',
      category: 'organisation',
      severity: 'high',
      purpose: `Names ${hostile}`,
      terms: 12_000,
      data: 'U0xEMQ',
    } as const;
    const html = renderToStaticMarkup(<DictionaryList dictionaries={[list]} />);
    for (const text of ['Birds', '12,000 terms', `Names ${escaped}`]) expect(html).toContain(text);
    expect(html).not.toContain('U0xEMQ');
  });
});

describe('StatusView', () => {
  it('names each cause of a degraded state', () => {
    const status = sampleStatus.degraded;
    const protection = { ...status.protection, reasons: degradedReasons };
    const html = renderToStaticMarkup(<StatusView status={{ ...status, protection }} now={sampleNow} />);
    expect(html).toContain('Not fully protected');
    for (const reason of degradedReasons) expect(html).toContain(degradedWords[reason]);
  });

  it('counts the gates that hold, and names those that do not', () => {
    const html = renderToStaticMarkup(<StatusView status={sampleStatus.degraded} now={sampleNow} />);
    expect(html).toContain(`${pageGates.length - 2} of ${pageGates.length}`);
    expect(html).toContain(`${pageGateWords.beacon}, ${pageGateWords.image}`);
    const whole = renderToStaticMarkup(<StatusView status={sampleStatus.enforced} now={sampleNow} />);
    expect(whole).toContain(`${pageGates.length} of ${pageGates.length}`);
    for (const gate of pageGates) expect(whole).not.toContain(pageGateWords[gate]);
  });

  it('does not say protected when it is not', () => {
    const html = renderToStaticMarkup(<StatusView status={sampleStatus.degraded} now={sampleNow} />);
    expect(html).not.toContain('>Protected');
    expect(html).toContain('Not answering');
  });

  it('says once that the registration was withdrawn, or that it waits for approval', () => {
    for (const lastFailure of ['revoked', 'pending'] as const) {
      const membership = { ...sampleMembership, enrolled: lastFailure === 'pending', lastFailure };
      const status = { ...sampleStatus.enforced, membership };
      const html = renderToStaticMarkup(<StatusView status={status} now={sampleNow} />);
      expect(html).toContain(contactFailureWords[lastFailure]);
      expect(html).not.toContain('not registered there yet');
    }
  });

  it('says that nothing leaves without an organisation', () => {
    const html = renderToStaticMarkup(<StatusView status={sampleStatus['page-only']} now={sampleNow} />);
    expect(html).toContain('Protected in the page');
    expect(html).toContain('stays on this device');
  });
});

describe('WelcomeView', () => {
  function welcome(changes: Partial<Parameters<typeof WelcomeView>[0]>): string {
    return renderToStaticMarkup(
      <WelcomeView membership={undefined} isJoining={false} readCode={nothing} onJoin={nothing} {...changes} />,
    );
  }

  it('offers a field for a code, and says that none is needed', () => {
    expect(welcome({})).toContain('<textarea');
    expect(welcome({})).toContain('works without');
  });

  it('shows the organisation instead once there is one', () => {
    const html = welcome({ membership: { ...sampleMembership, orgId: 'acme' } });
    expect(html).toContain('<strong>acme</strong>');
    expect(html).not.toContain('<textarea');
  });

  it('asks for another code where the registration was withdrawn', () => {
    const membership = { ...sampleMembership, enrolled: false, lastFailure: 'revoked' } as const;
    expect(welcome({ membership })).toContain('<textarea');
    expect(welcome({ membership })).toContain(contactFailureWords.revoked);
    const byIt = welcome({ membership: { ...membership, by: 'managed' } });
    expect(byIt).not.toContain('<textarea');
    expect(byIt).toContain(contactFailureWords.revoked);
  });

  it('asks for no code where IT has set it up', () => {
    expect(welcome({ failure: 'managed-by-it' })).not.toContain('<textarea');
    expect(welcome({ membership: { ...sampleMembership, by: 'managed' } })).toContain('Set up by IT');
  });
});

describe('failures', () => {
  it('reach the person in one sentence each, when joining and elsewhere', () => {
    for (const reason of failures) {
      expect(renderToStaticMarkup(<Trouble reason={reason} />)).toContain(failureWords[reason]);
      const form = <JoinForm failure={reason} isJoining={false} readCode={nothing} onJoin={nothing} />;
      expect(renderToStaticMarkup(form)).toContain(failureWords[reason]);
    }
  });
});
