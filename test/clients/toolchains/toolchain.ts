import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** What no program has. */
export const otherProducts = ['Sts', 'Ram', 'ResourceManager'];

/** A program that carries calls out with an SDK: it reads one a line, and prints one line of what came back. */
export interface Program {
  /** The language, the SDK, and the version of its signatures. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** What it is started with to trust a certificate authority; a program that needs nothing is told with each call. */
  trust?(caFile: string): Promise<Trust>;
  /** As in {@link ClientKind}. */
  readonly lacks: readonly string[];
  readonly renamedCodes?: Readonly<Record<string, string>>;
  /** Whether its answers have the lists without the object around them. */
  readonly unwrapsLists?: boolean;
}

/** Flags and environment that a program is started with. */
export interface Trust {
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** How the programs of a language are made. */
export interface Toolchain {
  readonly language: string;
  /** Commands that have to be there, each with what makes it say its version. */
  readonly commands: readonly (readonly [string, ...string[]])[];
  /**
   * Fetches the SDKs and builds what has to be built.
   * @param versions what the commands said
   * @param cache where it is kept, outside of the sources
   */
  prepare(versions: string, cache: string): Promise<readonly Program[]>;
}

export type Preparation =
  | { readonly language: string; readonly programs: readonly Program[] }
  | { readonly language: string; readonly missing: string };

const run = promisify(execFile);

/** Runs a command to its end; its standard output. Refuses with what it printed when it fails. */
export async function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const env = { ...process.env, ...options.env };
  try {
    const { stdout, stderr } = await run(command, args, { ...options, env, maxBuffer: 2 ** 26 });
    return stdout || stderr;
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    const said = code === 'ENOENT' ? 'there is no such command' : `${stdout}${stderr}`.trim().slice(-2_000);
    throw new Error(`${[command, ...args].join(' ')}: ${said}`, { cause: error });
  }
}

/** The programs of a language, or why there are none here. */
export async function prepare({ language, commands, prepare }: Toolchain): Promise<Preparation> {
  try {
    const versions: string[] = [];
    for (const command of commands) versions.push(await runCommand(command));
    return { language, programs: await prepare(versions.join('\n'), cacheOf(language)) };
  } catch (error) {
    return { language, missing: (error as Error).message };
  }
}

function cacheOf(language: string): string {
  const caches = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(caches, 'localyun-clients', language.toLowerCase());
}
