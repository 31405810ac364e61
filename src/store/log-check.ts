import { existsSync, readFileSync } from 'node:fs';

/** The log begins with a header; each page in it follows one of its own. All numbers are big-endian. */
const headerBytes = 32;
const frameHeaderBytes = 24;
const magicOfLittleEndian = 0x377f0682;
const magicOfBigEndian = 0x377f0683;

type Checksum = readonly [first: number, second: number];

/**
 * Reads a write-ahead log of SQLite as its recovery does, which takes the first page that is not whole for the log's
 * end. That is right for what was being written when the power failed, and wrong where commits follow: those may have
 * been answered. The answer is the byte from which on such a log cannot be read, or undefined.
 */
export function findLogDamage(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  const log = readFileSync(path);
  // A log without a page says nothing, and one of nothing but zeros was never written.
  if (log.length <= headerBytes || log.every((byte) => byte === 0)) return undefined;
  const magic = log.readUInt32BE(0);
  const isLittleEndian = magic === magicOfLittleEndian;
  let checksum = extend([0, 0], log, 0, headerBytes - 8, isLittleEndian);
  if ((!isLittleEndian && magic !== magicOfBigEndian) || !isChecksumAt(log, headerBytes - 8, checksum)) {
    return 0;
  }
  const frameBytes = frameHeaderBytes + log.readUInt32BE(8);
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    checksum = extend(checksum, log, at, 8, isLittleEndian);
    checksum = extend(checksum, log, at + frameHeaderBytes, frameBytes - frameHeaderBytes, isLittleEndian);
    if (isOfRound(log, at) && isChecksumAt(log, at + 16, checksum)) continue;
    return hasCommits(log, at + frameBytes, frameBytes) ? at : undefined;
  }
  return undefined;
}

/** Whether a page was written since the log was begun anew: it has the salt of the log's header. */
function isOfRound(log: Buffer, at: number): boolean {
  return log.compare(log, 16, 24, at + 8, at + 16) === 0;
}

/** The last page of a commit says how many pages the database then has. */
function hasCommits(log: Buffer, from: number, frameBytes: number): boolean {
  for (let at = from; at + frameBytes <= log.length; at += frameBytes) {
    if (isOfRound(log, at) && log.readUInt32BE(at + 4) !== 0) return true;
  }
  return false;
}

function isChecksumAt(log: Buffer, at: number, [first, second]: Checksum): boolean {
  return log.readUInt32BE(at) === first && log.readUInt32BE(at + 4) === second;
}

/** The checksum of everything so far and of some more bytes, a multiple of eight. */
function extend(so: Checksum, log: Buffer, from: number, length: number, isLittleEndian: boolean): Checksum {
  const words = new DataView(log.buffer, log.byteOffset + from, length);
  let [first, second] = so;
  for (let at = 0; at < length; at += 8) {
    first = (first + words.getUint32(at, isLittleEndian) + second) >>> 0;
    second = (second + words.getUint32(at + 4, isLittleEndian) + first) >>> 0;
  }
  return [first, second];
}
