import { createAsker } from './asker.ts';
import { gateAddresses } from './gate-address.ts';
import { gateBeacon } from './gate-beacon.ts';
import { gateFetch } from './gate-fetch.ts';
import { gateForm } from './gate-form.ts';
import { gateFetchLater } from './gate-later.ts';
import { gateSocket } from './gate-socket.ts';
import { gateWorkers } from './gate-worker.ts';
import { gateXhr } from './gate-xhr.ts';
import { hideGates } from './native-shape.ts';
import { runCanary } from './canary.ts';

/** Puts a gate on each way out of this frame. Runs once, before any code of the page. */
export function installGates(): void {
  const { ask, greet } = createAsker(runCanary);
  gateFetch(ask);
  gateXhr(ask);
  gateBeacon(ask);
  gateForm(ask);
  gateSocket(ask);
  gateAddresses(ask);
  gateFetchLater(ask);
  gateWorkers(ask);
  hideGates();
  greet();
}
