import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, send } from '../support/signed-client.ts';
import { type Copy, copyOf, readDockerfile, type Stage } from './dockerfile.ts';

/**
 * There is no container engine here: the instructions of the Dockerfile are carried out in folders, and the server is
 * started as the first process of a namespace, as the user and with the variables that the image has.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const stages = readDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'localyun-image-'));
const image = join(work, 'image');
const nodeUser = 1_000;
const canIsolate = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;
const key = { accessKeyId: 'localyun', accessKeySecret: 'localyun' };

const folderOf = (stage: string) => join(work, stage);

/** Copies as the engine does: a folder's content into the target, a file to it or into it. */
function copy({ sources, target, from }: Copy, into: string): void {
  for (const source of sources) {
    const path = from === undefined ? join(root, source) : source.replace('/build', folderOf(from));
    const isInto = target.endsWith('/') || sources.length > 1;
    cpSync(path, isInto ? join(into, target, basename(source)) : join(into, target), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (name) => !name.endsWith('.test.ts'),
    });
  }
}

/** What the image's shell runs, with what takes minutes or a network replaced: see `install`. */
function run(command: string, folder: string): void {
  if (command.startsWith('npm ci')) install(command, folder);
  else execFileSync('sh', ['-euc', command], { cwd: folder, stdio: 'pipe' });
}

/**
 * All packages are those of this checkout. Without the development ones they are installed as the image does, from npm's
 * cache where they are, but what is compiled is taken from here.
 */
function install(command: string, folder: string): void {
  if (!command.includes('--omit=dev')) {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return;
  }
  execFileSync('sh', ['-euc', `${command} --prefer-offline --ignore-scripts`], { cwd: folder, stdio: 'pipe' });
  const native = 'node_modules/better-sqlite3/build';
  cpSync(join(root, native), join(folder, native), { recursive: true });
}

/** The first two stages, each in its folder. */
function play(stage: Stage): void {
  const folder = folderOf(stage.name);
  mkdirSync(folder);
  for (const [word, rest] of stage.instructions) {
    if (word === 'COPY') copy(copyOf(rest), folder);
    if (word === 'RUN') run(rest, folder);
  }
}

/** The last stage: paths of the image lie below one folder. */
function playLast(stage: Stage): void {
  let folder = image;
  for (const [word, rest] of stage.instructions) {
    if (word === 'WORKDIR') {
      folder = join(image, rest);
      mkdirSync(folder, { recursive: true });
    }
    if (word === 'COPY') copy(copyOf(rest), folder);
    if (word === 'RUN') {
      mkdirSync(join(image, 'usr/local/bin'), { recursive: true });
      mkdirSync(join(image, 'var/lib'), { recursive: true });
      const owned = rest.replace('-o node -g node', `-o ${nodeUser} -g ${nodeUser}`);
      run(owned.replaceAll(/ (\/(opt|usr|var)\/)/g, ` ${image}$1`), folder);
    }
  }
}

const last = stages.at(-1)!;
const home = join(image, '/var/lib/localyun');
const command = join(image, '/usr/local/bin/localyun');
const environment = {
  PATH: process.env.PATH,
  ...Object.fromEntries(
    last.instructions
      .filter(([word]) => word === 'ENV')
      .flatMap(([, rest]) => rest.split(/\s+/))
      .map((pair) => pair.split('=')),
  ),
};
const asNode = { cwd: home, env: environment, uid: nodeUser, gid: nodeUser };
const words = (instruction: string): string[] => {
  const [, rest = ''] = last.instructions.findLast(([word]) => word === instruction)!;
  return JSON.parse(/\[.*\]/.exec(rest)![0]) as string[];
};

describe.runIf(process.getuid?.() === 0)('the image, carried out by hand', () => {
  const running: ChildProcess[] = [];
  beforeAll(() => {
    chmodSync(work, 0o755);
    for (const stage of stages.slice(0, -1)) play(stage);
    playLast(last);
  }, 600_000);
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(work, { recursive: true, force: true });
  });

  /** Starts it as the first process of its own namespace, where one can be made. */
  async function start(
    variables: Record<string, string> = {},
  ): Promise<{ port: number; pid: number; ended: Promise<unknown> }> {
    const [entry, ...args] = [...words('ENTRYPOINT'), ...words('CMD')];
    expect(entry).toBe(basename(command));
    const env = { ...environment, LOCALYUN_PORT: '0', ...variables };
    const user = ['setpriv', `--reuid=${nodeUser}`, `--regid=${nodeUser}`, '--clear-groups'];
    const isolated = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc', ...user];
    const [program = '', ...before] = canIsolate ? isolated : user;
    const child = spawn(program, [...before, command, ...args], { cwd: home, env });
    running.push(child);
    const ended = once(child, 'exit');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const port = Number(/^localyun ready on http:\/\/0\.0\.0\.0:(\d+)\n$/.exec(line.toString())?.[1]);
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
    return { port, pid: Number(canIsolate ? children : child.pid), ended };
  }

  it("has the production packages only, and a home that is its user's alone", () => {
    const packages = join(image, 'opt/localyun/node_modules');
    expect(existsSync(join(packages, 'hono'))).toBe(true);
    for (const name of ['vitest', 'typescript', 'esbuild']) expect(existsSync(join(packages, name))).toBe(false);
    expect([statSync(home).uid, statSync(home).mode & 0o777]).toEqual([nodeUser, 0o700]);
    expect(resolve(dirname(command), '../../../opt/localyun/dist/cli.js')).toBe(
      join(image, 'opt/localyun/dist/cli.js'),
    );
  });

  it('serves, keeps its control API closed without a token, and ends with 0 on SIGTERM as the first process', async () => {
    const { port, pid, ended } = await start();
    if (canIsolate) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^NSpid:\s+\d+(\s\d+)*\s1$/m);
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\s+1000\s/m);
    const made = await call(port, key, 'Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou', CidrBlock: '10.0.0.0/8' });
    expect(made.status).toBe(200);
    expect((await send(port, 'POST', '/_localyun/reset')).status).toBe(403);
    const agent = new http.Agent({ keepAlive: true });
    await new Promise((done) =>
      http.get({ port, path: '/_localyun/health', agent }, (answer) => answer.resume().on('end', done)),
    );
    process.kill(pid, 'SIGTERM');
    expect(await ended).toEqual([0, null]);
    agent.destroy();
  }, 60_000);

  it('finds its volume again, and is healthy by its own word', async () => {
    const token = 'secret-token';
    const { port, pid, ended } = await start({ LOCALYUN_CONTROL_TOKEN: token });
    const { text } = await call(port, key, 'Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' });
    expect(JSON.parse(text).TotalCount).toBe(1);
    expect(statSync(join(home, '.localyun/localyun.db')).uid).toBe(nodeUser);
    const headers = { authorization: `Bearer ${token}` };
    expect((await send(port, 'POST', '/_localyun/reset', '', headers)).status).toBe(200);
    const health = words('HEALTHCHECK');
    const check = (itsPort: number) =>
      new Promise<number>((done) => {
        const env = { ...environment, LOCALYUN_PORT: String(itsPort) };
        execFile(command, health.slice(1), { ...asNode, env }, (failure) =>
          done(failure === null ? 0 : Number(failure.code)),
        );
      });
    expect(health[0]).toBe(basename(command));
    expect(await check(port)).toBe(0);
    process.kill(pid, 'SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(await check(port)).toBe(1);
  }, 60_000);

  it('ends on SIGTERM before it serves, too', async () => {
    // A database that takes connections and never says a word.
    const silent = net.createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as net.AddressInfo;
    const env = { ...environment, LOCALYUN_DATABASE_URL: `postgres://localyun@127.0.0.1:${port}/localyun` };
    const child = spawn(command, ['start'], { ...asNode, env });
    running.push(child);
    const [connection] = (await once(silent, 'connection')) as [net.Socket];
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    connection.destroy();
    silent.close();
  }, 60_000);

  it('runs every other command', () => {
    const config = JSON.parse(execFileSync(command, ['config', '--json'], asNode).toString());
    expect(config).toMatchObject({
      place: 'dataDir',
      options: expect.arrayContaining([expect.objectContaining({ key: 'host', value: '0.0.0.0' })]),
    });
  });
});
