import type { Detector } from '../../types.ts';

/**
 * Tokens that join nodes to a cluster: six characters, a point, sixteen, with a word of what they are before them.
 * https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/
 */
export const kubernetesBootstrapToken: Detector = {
  id: 'kubernetes-bootstrap-token',
  title: 'Kubernetes bootstrap token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?:bootstrap|kubeadm|join|token)[\w \t.\"'-]{0,24}[:= ][ \t]{0,4}[\"']?(?<secret>[a-z0-9]{6}\.[a-z0-9]{16})(?![A-Za-z0-9.])/gi,
  anchors: ['bootstrap', 'kubeadm', 'join', 'token'],
  verify: (secret) => /\d/.test(secret) && !secret.startsWith('abcdef.') && new Set(secret).size >= 8,
};
