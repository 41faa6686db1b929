import type { CompiledPolicy } from '../policy/compile.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import { sortRules } from '../policy/rules.ts';
import type { PolicyRules } from '../policy/rules.ts';
import { enginePort, offeredEngine } from './engine-port.ts';
import type { EnginePort } from './engine-port.ts';

/** The policy of one frame: its rules as soon as it is there, all of it once the engine is there too. */
export interface PolicyKeeper {
  readonly setPolicy: (inForce: PolicyInForce) => void;
  readonly inForce: () => PolicyInForce | undefined;
  readonly rules: () => PolicyRules | undefined;
  /** Resolves when a policy is there. */
  readonly known: Promise<PolicyRules>;
  /** With everything that a scan needs; `undefined` while the engine or the policy is not there. */
  readonly policy: () => CompiledPolicy | undefined;
  /** Resolves when both are there. Waits for whoever wants them. */
  readonly ready: Promise<CompiledPolicy>;
  /** Has the engine come, where it is not there. Rejects where it cannot be had. */
  readonly wanted: () => Promise<CompiledPolicy>;
}

export function createPolicyKeeper(): PolicyKeeper {
  let latest: PolicyInForce | undefined;
  let rules: PolicyRules | undefined;
  let inForce: PolicyInForce | undefined;
  let compiled: CompiledPolicy | undefined;
  let coming: Promise<CompiledPolicy> | undefined;
  const known = promised<PolicyRules>();
  const ready = promised<CompiledPolicy>();

  const apply = (next: PolicyInForce, policy: CompiledPolicy) => {
    if (latest !== next) return;
    inForce = next;
    compiled = policy;
    ready.resolve(policy);
  };
  const compile = (engine: EnginePort): Promise<unknown> | undefined => {
    const next = latest;
    if (next === undefined || next === inForce) return undefined;
    const made = engine.compile(next);
    if (made instanceof Promise) return made.then((policy) => apply(next, policy));
    apply(next, made);
    return undefined;
  };
  const come = async (): Promise<CompiledPolicy> => {
    await known.promise;
    const engine = await enginePort();
    if (engine === undefined) throw new Error('the engine cannot be had');
    await compile(engine);
    return compiled ?? ready.promise; // a newer policy came meanwhile
  };
  return {
    setPolicy(next) {
      latest = next;
      rules = sortRules(next.policy, next.group);
      known.resolve(rules);
      const engine = offeredEngine();
      if (engine) void compile(engine);
    },
    inForce: () => inForce ?? latest,
    rules: () => rules,
    known: known.promise,
    policy: () => compiled,
    ready: ready.promise,
    wanted() {
      if (compiled) return Promise.resolve(compiled);
      coming ??= come().finally(() => {
        coming = undefined; // where it could not be had, the next one tries again
      });
      return coming;
    },
  };
}

function promised<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
