import { Component, type ReactNode } from 'react';
import { ErrorPanel } from '../components/error-panel.tsx';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Keeps the defect of a page to that page. */
export class PageBoundary extends Component<BoundaryProps, { readonly error: Error | undefined }> {
  override readonly state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <ErrorPanel error={error} retry={() => this.setState({ error: undefined })} />;
  }
}
