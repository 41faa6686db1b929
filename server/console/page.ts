import type { SignedIn } from '../console-api/contract.ts';
import type { Failure } from './api.ts';

/** What every page behind the sign-in gets. */
export interface PageProps {
  readonly person: SignedIn;
  /** Called when a page could not be filled: the session may be over. */
  readonly onFailure: (reason: Failure) => void;
}
