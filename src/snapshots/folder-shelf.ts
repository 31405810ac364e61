import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../store/make-folder.ts';
import type { Shelf, ShelvedSnapshot } from './shelf.ts';

const suffix = '.snapshot';

/** Keeps snapshots as files of a folder, which only its owner can read: the secrets of access keys are in them. */
export class FolderShelf implements Shelf {
  readonly #folder: string;

  /** @param folder made when something is put into it */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(): Promise<readonly ShelvedSnapshot[]> {
    const files = await readdir(this.#folder).catch(() => []);
    const names = files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));
    const found = await Promise.all(names.map((name) => this.find(name)));
    return found.filter((one) => one !== undefined);
  }

  async find(name: string): Promise<ShelvedSnapshot | undefined> {
    const status = await stat(this.#fileOf(name)).catch(() => undefined);
    return status?.isFile() ? { name, sizeBytes: status.size } : undefined;
  }

  open(name: string) {
    return createReadStream(this.#fileOf(name));
  }

  put(name: string) {
    const draft = join(this.#folder, `.${name}.${randomBytes(6).toString('hex')}`);
    return {
      begin: () => {
        makeFolder(this.#folder);
        return createWriteStream(draft, { mode: 0o600 });
      },
      open: () => createReadStream(draft),
      keep: async () => {
        const file = await open(draft, 'r+');
        await file.sync().finally(() => file.close());
        await rename(draft, this.#fileOf(name));
      },
      forget: () => rm(draft, { force: true }),
    };
  }

  async remove(name: string): Promise<boolean> {
    const isThere = (await this.find(name)) !== undefined;
    await rm(this.#fileOf(name), { force: true });
    return isThere;
  }

  #fileOf(name: string): string {
    return join(this.#folder, `${name}${suffix}`);
  }
}
