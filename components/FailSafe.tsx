import { Component } from 'react';
import type { ReactNode } from 'react';
import { Trouble } from './Trouble.tsx';

interface FailSafeProps {
  readonly children: ReactNode;
}

/** Shows a sentence instead of an empty page when a view throws. */
export class FailSafe extends Component<FailSafeProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Trouble reason="internal" onRetry={() => location.reload()} /> : this.props.children;
  }
}
