import type { Samples } from '../../types.ts';

const value = btoa(['tr0ub4', 'dor', '-9x'].join(''));
export default {
  hits: [
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n  db-entry: ${value}\n`,
    `apiVersion: v1\ndata:\n  one: '${value}'\n  two: ${value}\nkind: Secret\n`,
    `kind: "secret"\ndata:\n\t.dockercfg: |\n\t\t${value}\n\tother: ${value}\n`,
  ],
  misses: [
    `kind: ConfigMap\ndata:\n  entry: ${value}\n`,
    'kind: Secret\nmetadata:\n  name: db\n',
    'kind: Secret\ndata:\n  entry: {{ .Values.entry }}\n',
    `kind: Secret\n---\nkind: ConfigMap\ndata:\n  entry: ${value}\n`,
  ],
} satisfies Samples;
