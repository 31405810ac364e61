import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pixelsPerModule = 4;

/** A PNG picture of a QR code for the text, black on white. */
export function qrCodePng(text: string): Buffer {
  const modules = encode(text, { border: 4 }).data;
  const size = modules.length * pixelsPerModule;
  const lines = modules.flatMap((row) => new Array<Buffer>(pixelsPerModule).fill(scanLine(row)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // One bit a pixel, grey; the rest is 0: no filters but the lines' own, not interlaced.
  header.writeUInt8(1, 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A filter byte, then a bit a pixel: 1 is white. */
function scanLine(row: readonly boolean[]): Buffer {
  const bits = row.map((isDark) => (isDark ? '0' : '1').repeat(pixelsPerModule)).join('');
  return Buffer.from([0, ...(bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '1'), 2))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
