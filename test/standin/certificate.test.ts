import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certifiedHosts, makeCertificate } from './certificate.ts';

describe('the certificate of the stand-in', () => {
  const made = makeCertificate();
  const leaf = new X509Certificate(made.leaf);
  const authority = new X509Certificate(made.authority);

  it('speaks for every host and for no other', () => {
    for (const host of certifiedHosts) expect(leaf.subjectAltName).toContain(`DNS:${host}`);
    for (const host of ['chatgpt.com', 'files.oaiusercontent.com', 'x.blob.core.windows.net', 'ab.chatgpt.com'])
      expect(leaf.checkHost(host)).toBeDefined();
    expect(leaf.checkHost('example.com')).toBeUndefined();
  });

  it('is signed by its authority, and the authority alone may sign', () => {
    expect(leaf.verify(authority.publicKey)).toBe(true);
    expect(leaf.checkIssued(authority)).toBe(true);
    expect(authority.ca).toBe(true);
    expect(leaf.ca).toBe(false);
  });

  it('lives no longer than browsers accept', () => {
    const days = (Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / 86_400_000;
    expect(days).toBeGreaterThan(1);
    expect(days).toBeLessThanOrEqual(390);
  });

  it('names the public key that its leaf holds', () => {
    const der = leaf.publicKey.export({ type: 'spki', format: 'der' });
    expect(made.spki).toBe(createHash('sha256').update(der).digest('base64'));
    expect(made.spki).not.toBe(
      createHash('sha256')
        .update(authority.publicKey.export({ type: 'spki', format: 'der' }))
        .digest('base64'),
    );
  });

  it('is a new one each time', () => {
    expect(makeCertificate().spki).not.toBe(made.spki);
  });
});
