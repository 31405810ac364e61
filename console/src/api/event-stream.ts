import type { ControlClient } from './control.ts';

/**
 * Reads server-sent events of the control API until it is aborted; an EventSource could not send the control token.
 * @throws ControlError when the stream cannot be opened, or ends
 */
export async function readEvents(
  control: ControlClient,
  path: string,
  onEvent: (name: string, data: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await control.open(path, { signal, headers: { accept: 'text/event-stream' } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) return;
    const blocks = (rest + part.value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) deliver(block, onEvent);
  }
}

function deliver(block: string, onEvent: (name: string, data: unknown) => void): void {
  const lines = block.split('\n');
  const of = (field: string): string[] =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).trimStart());
  const data = of('data').join('\n');
  if (data !== '') onEvent(of('event')[0] ?? 'message', JSON.parse(data));
}
