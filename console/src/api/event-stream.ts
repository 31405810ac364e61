import type { ControlClient } from './control.ts';

/** Server-sent events of the control API; what comes before they are read is kept. */
export interface EventStream {
  /** Reads until the stream ends, or is aborted: that throws. */
  readonly read: (onEvent: (name: string, data: unknown) => void) => Promise<void>;
  readonly close: () => void;
}

/**
 * Opens a stream: nothing that happens from now on is missed. An EventSource could not send the control token.
 * @throws ControlError when it cannot be opened
 */
export async function openEvents(control: ControlClient, path: string, signal: AbortSignal): Promise<EventStream> {
  const response = await control.open(path, { signal, headers: { accept: 'text/event-stream' } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return {
    async read(onEvent) {
      let rest = '';
      for (;;) {
        const part = await reader?.read();
        if (part === undefined || part.done) return;
        const blocks = (rest + part.value).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) deliver(block, onEvent);
      }
    },
    close() {
      // One that broke is closed already.
      reader?.cancel().catch(() => undefined);
    },
  };
}

function deliver(block: string, onEvent: (name: string, data: unknown) => void): void {
  const lines = block.split('\n');
  const of = (field: string): string[] =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).trimStart());
  const data = of('data').join('\n');
  if (data !== '') onEvent(of('event')[0] ?? 'message', JSON.parse(data));
}
