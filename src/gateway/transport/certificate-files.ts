import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../../store/make-folder.ts';

/** What can stand in the certificate directory. Keys are readable by their owner only. */
export type CertificateFile = 'ca.pem' | 'ca-key.pem' | 'leaf.pem' | 'leaf-key.pem';

/** The certificate directory of a data directory. */
export function certificateDirectory(dataDirectory: string): string {
  return path.join(path.resolve(dataDirectory), 'ca');
}

/** The text of a file, undefined when it does not exist. Rejects when it cannot be read. */
export async function readCertificateFile(directory: string, name: CertificateFile): Promise<string | undefined> {
  try {
    return await readFile(path.join(directory, name), 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Replaces one file at once: a reader sees the old text or the new. */
export async function replaceCertificateFile(directory: string, name: CertificateFile, text: string): Promise<void> {
  const temporary = path.join(directory, `.${name}-${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(temporary, text, { mode: modeOf(name), flag: 'wx' });
    await rename(temporary, path.join(directory, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Puts a new directory in place with all its files at once. Rejects when there is one already, which stays as it is.
 */
export async function installCertificateDirectory(
  directory: string,
  files: Readonly<Partial<Record<CertificateFile, string>>>,
): Promise<void> {
  const parent = path.dirname(directory);
  makeFolder(parent);
  const temporary = await mkdtemp(path.join(parent, '.ca-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await writeFile(path.join(temporary, name), text, { mode: modeOf(name) });
    }
    await rename(temporary, directory);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** Tells whether there is a directory with anything in it. */
export async function hasCertificateFiles(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length > 0;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/**
 * Moves a directory out of the way and keeps it, because a key in it may be trusted somewhere. Resolves to its new path,
 * undefined when another process was faster.
 */
export async function setCertificateDirectoryAside(directory: string): Promise<string | undefined> {
  const aside = `${directory}.old-${randomBytes(6).toString('hex')}`;
  try {
    await rename(directory, aside);
    return aside;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Puts a directory back that was set aside, unless there is a new one by now. */
export async function restoreCertificateDirectory(aside: string, directory: string): Promise<void> {
  try {
    await rename(aside, directory);
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error;
  }
}

function modeOf(name: string): number {
  return name.endsWith('-key.pem') ? 0o600 : 0o644;
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}
