import { Component, type ReactNode } from 'react';
import { ErrorPanel } from '../components/error-panel.tsx';
import { PageNotLoaded } from '../page-code.ts';

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
    return <ErrorPanel error={error} retry={() => void this.retry()} />;
  }

  /** A server that answers again may be of another version, with other names for its code: all of it is loaded anew. */
  async retry(): Promise<void> {
    if (this.state.error instanceof PageNotLoaded && (await isConsoleServed())) window.location.reload();
    else this.setState({ error: undefined });
  }
}

async function isConsoleServed(): Promise<boolean> {
  const address = window.location.pathname;
  return fetch(address, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
