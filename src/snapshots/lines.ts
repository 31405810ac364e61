import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { SnapshotRefused } from './snapshot-refused.ts';

/** No row is near this. */
const longestLine = 16 * 1024 * 1024;

/**
 * The lines of a gzipped text, without their line feeds.
 * @throws SnapshotRefused when it is not gzipped, is cut off, or has a line without end
 */
export async function* gunzippedLines(bytes: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  const unzipped = createGunzip();
  bytes.on('error', (error) => unzipped.destroy(error));
  let rest = '';
  try {
    for await (const chunk of bytes.pipe(unzipped)) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) throw new SnapshotRefused('the file is no snapshot: it has a line without end');
      yield* lines;
    }
  } catch (error) {
    if (!/^Z_/.test((error as { code?: string }).code ?? '')) throw error;
    throw new SnapshotRefused('the file is no snapshot, or is damaged: it cannot be unpacked', { cause: error });
  } finally {
    bytes.destroy();
    unzipped.destroy();
  }
  if (rest !== '') yield rest;
}
