import type { Detector } from '../../types.ts';

const key = '[ \\t]{1,24}["\']?[\\w./-]{1,100}["\']?:[ \\t]{0,4}';
const value =
  '(?:[|>]-?[ \\t]{0,4}\\r?\\n[ \\t]{1,32})?["\']?[A-Za-z0-9+/]{8,8000}={0,2}["\']?[ \\t]{0,4}(?:\\r?\\n|$)';
const entries = (group: string) => `data:[ \\t]{0,4}\\r?\\n(?<${group}>(?:${key}${value}){1,50})`;
const kind = '(?<!\\w)kind:[ \\t]{0,4}["\']?secret["\']?[ \\t]{0,4}(?:\\r?\\n|$)';
/** Lines of the same document. */
const further = '(?:(?!---)[^\\n]{0,200}\\n){0,30}?';

/**
 * What a Kubernetes Secret holds: base64, which hides nothing. The entries under `data`, before or after the kind.
 * https://kubernetes.io/docs/concepts/configuration/secret/
 */
export const kubernetesSecret: Detector = {
  id: 'kubernetes-secret',
  title: 'Kubernetes Secret',
  category: 'credential',
  severity: 'high',
  pattern: new RegExp(
    `${kind}${further}[ \\t]{0,8}${entries('secret')}|(?<!\\w)${entries('secret2')}(?=${further}[ \\t]{0,8}${kind})`,
    'gi',
  ),
  anchors: ['kind: secret', 'kind: "secret', "kind: 'secret"],
};
