/** The name of the system disk on its instance. */
export const systemDevice = '/dev/xvda';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The names that data disks are given, in order: `/dev/xvdb` to `/dev/xvdz`, then `/dev/xvdba` and so on. */
const dataDevices = [...letters.slice(1), ...[...letters].map((letter) => `b${letter}`)].map((end) => `/dev/xvd${end}`);

/** The first name that no disk of the instance has. */
export function freeDevice(taken: readonly string[]): string {
  const device = dataDevices.find((candidate) => !taken.includes(candidate));
  if (device === undefined) throw new Error(`no name is left for one more disk beside ${taken.length}`);
  return device;
}

/** Whether a data disk can be asked for under this name. */
export function isDataDevice(device: string): boolean {
  return /^\/dev\/x?vd[a-z0-9]{1,3}$/.test(device) && device !== systemDevice;
}
