import { readFileSync } from 'node:fs';

import type { AlertKind, AlertLevel } from '../vocabulary.ts';

type Labels = Readonly<Record<string, string>>;

/** What the endpoint counts. Labels are closed words and patterns of routes: never an id, an address or anything a person sent. */
export interface Metrics {
  request(route: string, status: number, seconds: number): void;
  /** The same for one route and status, where a request takes microseconds. */
  recorder(route: string, status: number): (seconds: number) => void;
  /** Entries of incident batches that were stored, or refused with one of the contract's reasons. */
  ingested(entries: number): void;
  rejected(reason: string): void;
  databaseError(): void;
  /** Puts these in the place of the alerts that were open before. */
  openAlerts(open: readonly { readonly kind: AlertKind; readonly level: AlertLevel }[]): void;
  /** A notice that was sent to a destination, and what became of it. */
  alertNotice(result: 'accepted' | 'rejected' | 'again'): void;
  /** Whether this version can read the policy that it serves. */
  policyReadable(isReadable: boolean): void;
  /** The Prometheus text format, version 0.0.4. https://prometheus.io/docs/instrumenting/exposition_formats/ */
  text(): Promise<string>;
}

/** Upper bounds in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export interface MetricsSources {
  /** Seconds since 1970 at which the delegation of the signing key ends; `undefined` without one. */
  readonly delegationEnd: () => Promise<number | undefined>;
}

export function createMetrics(sources?: MetricsSources): Metrics {
  const requests = new Counter('sluice_requests_total', 'Requests by route and class of status.');
  const durations = new Histogram('sluice_request_duration_seconds', 'Seconds until a request was answered.');
  const entries = new Counter('sluice_ingest_entries_total', 'Entries of incident batches that were taken.');
  const rejections = new Counter('sluice_ingest_rejections_total', 'Entries that were refused, by reason.');
  const databaseErrors = new Counter('sluice_database_errors_total', 'Requests that failed at the database.');
  const notices = new Counter(
    'sluice_alert_notices_total',
    'Notices of alerts that were sent, by what became of them.',
  );
  let open = openGauge([]);
  let readable = 1;
  entries.add({}, 0);
  databaseErrors.add({}, 0);
  const recorder = (route: string, status: number) => {
    const labels = { route, status: `${String(Math.floor(status / 100))}xx` };
    let [count, took]: [Series?, Durations?] = [];
    return (seconds: number) => {
      (count ??= requests.series(labels)).value += 1;
      observe((took ??= durations.series({ route })), seconds);
    };
  };
  return {
    request: (route, status, seconds) => recorder(route, status)(seconds),
    recorder,
    ingested: (count) => entries.add({}, count),
    rejected: (reason) => rejections.add({ reason }, 1),
    databaseError: () => databaseErrors.add({}, 1),
    openAlerts: (alerts) => void (open = openGauge(alerts)),
    alertNotice: (result) => notices.add({ result }, 1),
    policyReadable: (isReadable) => void (readable = Number(isReadable)),
    async text() {
      const policy = new Counter('sluice_policy_readable', '0 while the policy in force cannot be read here.', 'gauge');
      policy.add({}, readable);
      const counted = [policy, requests, durations, entries, rejections, databaseErrors, notices, open];
      const all = [...counted, ...gauges(), ...delegationGauge(await sources?.delegationEnd())];
      return all.map((metric) => metric.text()).join('');
    },
  };
}

interface Series {
  value: number;
}

interface Durations {
  readonly labels: Labels;
  readonly counts: number[];
  sum: number;
}

class Counter {
  readonly #head: string;
  readonly #name: string;
  readonly #series = new Map<string, Series>();

  constructor(name: string, help: string, type: 'counter' | 'gauge' = 'counter') {
    this.#name = name;
    this.#head = headOf(name, help, type);
  }

  add(labels: Labels, amount: number): void {
    this.series(labels).value += amount;
  }

  series(labels: Labels): Series {
    const key = labelsOf(labels);
    const series = this.#series.get(key) ?? { value: 0 };
    this.#series.set(key, series);
    return series;
  }

  text(): string {
    return this.#head + [...this.#series].map(([labels, { value }]) => `${this.#name}${labels} ${value}\n`).join('');
  }
}

class Histogram {
  readonly #head: string;
  readonly #name: string;
  readonly #series = new Map<string, Durations>();

  constructor(name: string, help: string) {
    this.#name = name;
    this.#head = headOf(name, help, 'histogram');
  }

  series(labels: Labels): Durations {
    const key = labelsOf(labels);
    const series = this.#series.get(key) ?? { labels, counts: [...bounds, 0].fill(0), sum: 0 };
    this.#series.set(key, series);
    return series;
  }

  text(): string {
    const lines = [...this.#series.values()].flatMap(({ labels, counts, sum }) => {
      let total = 0;
      const buckets = counts.map((count, index) => {
        total += count;
        const le = index < bounds.length ? String(bounds[index]) : '+Inf';
        return `${this.#name}_bucket${labelsOf({ ...labels, le })} ${total}`;
      });
      return [
        ...buckets,
        `${this.#name}_sum${labelsOf(labels)} ${sum}`,
        `${this.#name}_count${labelsOf(labels)} ${total}`,
      ];
    });
    return this.#head + lines.map((line) => `${line}\n`).join('');
  }
}

function observe(series: Durations, value: number): void {
  const bucket = bounds.findIndex((bound) => value <= bound);
  const index = bucket === -1 ? bounds.length : bucket;
  series.counts[index] = (series.counts[index] ?? 0) + 1;
  series.sum += value;
}

function openGauge(alerts: readonly { readonly kind: AlertKind; readonly level: AlertLevel }[]): Counter {
  const gauge = new Counter('sluice_alerts_open', 'Alerts that are open, by kind and level.', 'gauge');
  for (const { kind, level } of alerts) gauge.add({ kind, level }, 1);
  return gauge;
}

function gauges(): readonly Counter[] {
  const memory = new Counter('process_resident_memory_bytes', 'Resident memory of this process.', 'gauge');
  memory.add({}, process.memoryUsage.rss());
  const build = new Counter('sluice_build_info', 'The version that runs.', 'gauge');
  build.add({ version, node: process.versions.node }, 1);
  return [memory, build];
}

function delegationGauge(end: number | undefined): readonly Counter[] {
  if (end === undefined) return [];
  const name = 'sluice_delegation_end_seconds';
  const gauge = new Counter(name, 'When the delegation of the signing key ends, in seconds since 1970.', 'gauge');
  gauge.add({}, end);
  return [gauge];
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string; // our own file
};

function headOf(name: string, help: string, type: string): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
}

function labelsOf(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, '_')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
