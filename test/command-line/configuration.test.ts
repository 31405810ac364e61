import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/command-line/configuration.ts';
import { optionNamed, optionNames, variableOf } from '../../src/command-line/server-options.ts';
import { configurationPage } from '../../tools/generate-configuration-page.ts';
import { builtCommand } from '../support/built-command.ts';

let command: string;
let folder: string;

beforeAll(async () => {
  command = await builtCommand();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'localyun-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command to its end, with no variables but these. */
function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; error: string }> {
  const env = { PATH: process.env.PATH, ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { cwd: folder, env }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error });
    });
  });
}

function write(text: string, name = 'localyun.yaml'): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** What `localyun config` says about one option. */
async function configured(key: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { code, out, error } = await run(['config', '--json', ...args], environment);
  expect([code, error]).toEqual([0, '']);
  const { options } = JSON.parse(out) as { options: { key: string; value: unknown; source: string; at: string }[] };
  return options.find((option) => option.key === key);
}

/** A value of an option that is not its default, as a text, and as it is read. */
function exampleOf(name: (typeof optionNames)[number], which: number): { text: string; value: unknown } {
  const { form } = optionNamed(name);
  if (form.kind === 'choice') {
    const text = form.choices.filter((choice) => choice !== optionNamed(name).default)[which] ?? form.choices[0]!;
    return { text, value: text };
  }
  if (form.kind === 'number') return { text: String(1_000 + which), value: 1_000 + which };
  if (form.kind === 'switch') return { text: 'true', value: true };
  const text = name === 'databaseUrl' ? `postgres://localhost/db${which}` : `text-${which}`;
  return { text, value: text };
}

describe('an option', () => {
  it.each(optionNames)(
    '%s is taken from a flag before the environment, that before the file, and that last',
    async (name) => {
      const [fromFlag, fromVariable, fromFile] = [0, 1, 2].map((which) => exampleOf(name, which));
      write(`${name}: ${fromFile!.text}\n`);
      const environment = { [variableOf(name)]: fromVariable!.text };
      const read = (flags: Record<string, unknown>, variables: Record<string, string>) =>
        readConfiguration({ flags, environment: variables, folder });
      const byFlag = await read({ [name]: fromFlag!.value }, environment);
      expect([byFlag.values[name], byFlag.origins.get(name)?.source]).toEqual([fromFlag!.value, 'flag']);
      const byVariable = await read({}, environment);
      expect([byVariable.values[name], byVariable.origins.get(name)]).toEqual([
        fromVariable!.value,
        { source: 'environment', at: variableOf(name) },
      ]);
      const byFile = await read({}, {});
      const { form } = optionNamed(name);
      const isPath = form.kind === 'file' || form.kind === 'folder';
      expect(byFile.values[name]).toEqual(isPath ? join(folder, fromFile!.text) : fromFile!.value);
      expect(byFile.origins.get(name)?.at).toBe(`${join(folder, 'localyun.yaml')}:1:${name.length + 3}`);
      rmSync(join(folder, 'localyun.yaml'));
      const byDefault = await read({}, {});
      expect(byDefault.values[name]).toBe(optionNamed(name).default);
    },
  );

  it('of the command line is the flag that says it', async () => {
    write('port: 1\ntransitions: real\n');
    expect(await configured('port', ['--port', '3'], { LOCALYUN_PORT: '2' })).toMatchObject({ value: 3, at: '--port' });
    expect(await configured('port', [], { LOCALYUN_PORT: '2' })).toMatchObject({ value: 2, at: 'LOCALYUN_PORT' });
    expect(await configured('port', [], { LOCALYUN_PORT: '' })).toMatchObject({ value: 1, at: 'localyun.yaml:1:7' });
    expect(await configured('transitions', [])).toMatchObject({ value: 'real', source: 'file' });
    expect(await configured('auth', [])).toMatchObject({ value: 'strict', source: 'default' });
    expect(await configured('seed', [])).toMatchObject({ value: null, source: 'none' });
  });

  it('that is a switch can be switched off again', async () => {
    write('memory: true\nnextTokenOnLastPage: true\n');
    expect(await configured('nextTokenOnLastPage', [])).toMatchObject({ value: true });
    expect(await configured('nextTokenOnLastPage', ['--no-next-token-on-last-page'])).toMatchObject({ value: false });
    expect(await configured('memory', [], { LOCALYUN_MEMORY: '0' })).toMatchObject({ value: false });
  });

  it('is shown without its secrets', async () => {
    const secret = { LOCALYUN_DATABASE_URL: 'postgres://me:hidden@localhost/db', LOCALYUN_CONTROL_TOKEN: 'hidden' };
    const { out } = await run(['config'], secret);
    expect(out).toContain('postgres://me:***@localhost/db');
    expect(out).toMatch(/controlToken +\*\*\* +environment, LOCALYUN_CONTROL_TOKEN/);
    expect(out).not.toContain('hidden');
  });

  it.each([
    ['postgres://127.0.0.1:1/x?user=u&password=hidden', 'postgres://127.0.0.1:1/x?user=u&password=***'],
    ['postgres://u:hidden@hidden@127.0.0.1:1/x', 'postgres://u:***@127.0.0.1:1/x'],
    ['postgres://u:hidden/hidden@127.0.0.1:1/x', '***'],
  ])('%s is shown by no command', async (databaseUrl, shown) => {
    const secret = { LOCALYUN_DATABASE_URL: databaseUrl, LOCALYUN_CONTROL_TOKEN: 'token://hidden' };
    const [config, doctor, start] = await Promise.all(['config', 'doctor', 'start'].map((name) => run([name], secret)));
    const said = [config, doctor, start].map((answer) => `${answer?.out}${answer?.error}`);
    expect(said[0]).toContain(`${shown} `);
    expect(said[1]).toContain(`${shown}: `);
    expect(said[2]).toContain('cannot open the database');
    expect(said.join()).not.toContain('hidden');
  });
});

describe('the file', () => {
  it('is another one when that is named, and its paths are relative to it', async () => {
    write('port: 1\n');
    write('port: 4\ndataDir: state\nseed: ../seed.yaml\n', 'sub/other.yaml');
    expect(await configured('port', ['--config', 'sub/other.yaml'])).toMatchObject({ value: 4 });
    expect(await configured('dataDir', [], { LOCALYUN_CONFIG: 'sub/other.yaml' })).toMatchObject({
      value: 'sub/state',
    });
    expect(await configured('seed', [], { LOCALYUN_CONFIG: 'sub/other.yaml' })).toMatchObject({ value: 'seed.yaml' });
    expect(await run(['config', '--config', 'none.yaml'])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^localyun: none\.yaml: cannot be read/),
    });
  });

  it('may be empty, or have comments only', async () => {
    for (const text of ['', '# port: 1\n', '{}\n']) {
      write(text);
      expect(await configured('port', [])).toMatchObject({ value: 20140 });
    }
  });

  it.each([
    ['port: many\n', 'localyun.yaml:1:7: port: "many" is not a whole number from 0 to 65535'],
    ['port: "80"\n', 'localyun.yaml:1:7: port: "80" is not a whole number from 0 to 65535'],
    ['\nport: 65536\n', 'localyun.yaml:2:7: port: 65536 is not a whole number from 0 to 65535'],
    ['transitions: slow', 'localyun.yaml:1:14: transitions: "slow" is not one of instant, fast, real, manual'],
    ['memory: yes please', 'localyun.yaml:1:9: memory: "yes please" is not true or false'],
    ['host:\n', 'localyun.yaml:1:6: host: null is not text that is not empty'],
    ['host: [a]\n', 'localyun.yaml:1:7: host: ["a"] is not text that is not empty'],
    ['auth: off\ndata-dir: x\n', 'localyun.yaml:2:1: unknown key data-dir with the value "x"; the key is dataDir'],
    ['LOCALYUN_PORT: 1\n', 'localyun.yaml:1:1: unknown key LOCALYUN_PORT with the value 1; the key is port'],
    [
      'colour: {a: 1}\n',
      'localyun.yaml:1:1: unknown key colour with the value {"a":1}; the keys are host, port, dataDir',
    ],
    ['controlToken: {a: hidden}', 'localyun.yaml:1:15: controlToken: what is given is not text that is not empty'],
    ['databaseUrl: [hidden]', 'localyun.yaml:1:14: databaseUrl: what is given is not text that is not empty'],
    ['control-token: hidden', 'localyun.yaml:1:1: unknown key control-token with a value; the key is controlToken'],
    ['controlToken hidden', 'localyun.yaml:1:1: what is given is not a mapping of keys to values'],
    ['- port\n', 'localyun.yaml:1:1: ["port"] is not a mapping of keys to values'],
    ['port: 1\nport: 2\n', 'localyun.yaml:2:1: Map keys must be unique'],
    ['port: [1\n', 'localyun.yaml:2:1: '],
    [
      'port: 0\nhost: ""\nauth: on\n',
      'localyun.yaml:2:7: host: "" is not text that is not empty\nlocalyun.yaml:3:7: auth',
    ],
  ])('%j is refused', async (text, message) => {
    write(text);
    const refused = await readConfiguration({ flags: {}, environment: {}, folder }).catch(
      (error: Error) => error.message,
    );
    expect(String(refused).replaceAll(`${folder}/`, '').slice(0, message.length)).toBe(message);
  });

  it.each(['start', 'config', 'env', 'ca'])('that is wrong is refused by localyun %s', async (name) => {
    write('port: many\nhost: ""\n');
    expect(await run([name])).toEqual({
      code: 2,
      out: '',
      error:
        'localyun: localyun.yaml:1:7: port: "many" is not a whole number from 0 to 65535\n' +
        'localyun.yaml:2:7: host: "" is not text that is not empty\n',
    });
  });

  it('configures a server', async () => {
    write('memory: true\nport: 65535\nhost: 192.0.2.1\n');
    const { code, error } = await run(['start']);
    expect(code).toBe(1);
    expect(error).toContain('192.0.2.1');
  });

  it('says to localyun env where the server is', async () => {
    write('port: 20999\nhost: 0.0.0.0\n');
    expect((await run(['env'])).out).toContain('LOCALYUN_ENDPOINT=127.0.0.1:20999\n');
    write('port: 0\n');
    expect(await run(['env'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('localyun.yaml:1:7: 0 is any'),
    });
  });
});

describe('a variable', () => {
  it.each([
    ['LOCALYUN_PORT', 'many', 'a whole number from 0 to 65535'],
    ['LOCALYUN_AUTH', 'maybe', 'one of strict, off'],
    ['LOCALYUN_MEMORY', 'perhaps', 'true or false'],
  ])('%s is refused when it is %s', async (name, text, wanted) => {
    expect(await run(['start'], { [name]: text })).toMatchObject({
      code: 2,
      error: `localyun: ${name}: "${text}" is not ${wanted}\n`,
    });
  });
});

describe('the place of the state', () => {
  const place = async (args: readonly string[], environment: Record<string, string> = {}) => {
    const { code, out, error } = await run(['config', '--json', ...args], environment);
    return code === 0 ? (JSON.parse(out) as { place: string }).place : error;
  };

  it('is what the strongest source says', async () => {
    expect(await place([])).toBe('dataDir');
    write('dataDir: state\n');
    expect(await place([], { LOCALYUN_DATABASE_URL: 'postgres://localhost/db' })).toBe('databaseUrl');
    expect(await place(['--memory'], { LOCALYUN_DATABASE_URL: 'postgres://localhost/db' })).toBe('memory');
    expect(await place(['--data-dir', 'x'], { LOCALYUN_MEMORY: 'true' })).toBe('dataDir');
    expect(await place(['--no-memory'], { LOCALYUN_MEMORY: 'true' })).toBe('dataDir');
  });

  it('is one place in one source', async () => {
    write('memory: true\ndataDir: x\n');
    expect(await place([])).toContain('memory (localyun.yaml:1:9) cannot be used with dataDir (localyun.yaml:2:10)');
    const both = { LOCALYUN_DATA_DIR: 'x', LOCALYUN_DATABASE_URL: 'postgres://localhost/db' };
    expect(await place(['--config', '/dev/null'], both)).toContain('LOCALYUN_DATABASE_URL cannot be used with');
  });
});

describe('docs/configuration.md', () => {
  it('says what the code reads', () => {
    expect(configurationPage().isStale).toBe(false);
  });

  it('shows a refusal as it is', async () => {
    const { text } = configurationPage();
    const [, file = ''] = /```yaml\n(.*?)```/s.exec(text)!;
    write(file);
    expect(await configured('transitions', [])).toMatchObject({ value: 'manual', at: 'localyun.yaml:3:14' });
    write('port: 20141\ntransitions: slow\n');
    const [, shown] = /```\n(localyun: .*?)```/s.exec(text)!;
    expect((await run(['start'])).error).toBe(shown);
  });

  it('is checked with all that is generated', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(scripts['check:generated']).toContain('tools/generate-configuration-page.ts --check');
    expect(scripts.generate).toContain('tools/generate-configuration-page.ts');
  });
});
