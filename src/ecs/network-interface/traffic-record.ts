/** Traffic of one interface in one span of time. */
export interface TrafficRecord {
  readonly packetRx: number;
  readonly packetTx: number;
  /** In bytes. */
  readonly intranetRx: number;
  readonly intranetTx: number;
  readonly dropPacketRx: number;
  readonly dropPacketTx: number;
}

const minuteMs = 60_000;

/**
 * The traffic of an interface from a whole minute on, for some minutes. Nothing flows here: it is made up from the
 * interface's id and the minutes, the same for everyone who asks, and adds up.
 */
export function trafficOf(networkInterfaceId: string, startMs: number, minutes: number): TrafficRecord {
  const seed = hashOf(networkInterfaceId);
  let sum: TrafficRecord = { packetRx: 0, packetTx: 0, intranetRx: 0, intranetTx: 0, dropPacketRx: 0, dropPacketTx: 0 };
  for (let minute = 0; minute < minutes; minute += 1) {
    const number = startMs / minuteMs + minute;
    const rx = mixed(seed, number * 2);
    const tx = mixed(seed, number * 2 + 1);
    sum = {
      packetRx: sum.packetRx + packetsIn(rx),
      packetTx: sum.packetTx + packetsIn(tx),
      intranetRx: sum.intranetRx + packetsIn(rx) * bytesIn(rx),
      intranetTx: sum.intranetTx + packetsIn(tx) * bytesIn(tx),
      dropPacketRx: sum.dropPacketRx + dropsIn(rx),
      dropPacketTx: sum.dropPacketTx + dropsIn(tx),
    };
  }
  return sum;
}

const packetsIn = (word: number) => 100 + (word % 1000);
/** Of each packet, within what Ethernet carries. */
const bytesIn = (word: number) => 64 + ((word >>> 10) % 1400);
const dropsIn = (word: number) => (word % 97 === 0 ? 1 : 0);

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** A word from a seed and a number, spread by the last steps of MurmurHash3. */
function mixed(seed: number, number: number): number {
  let word = (seed ^ Math.imul(number >>> 0, 0x9e3779b1)) >>> 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
}
