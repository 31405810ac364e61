import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Command } from 'commander';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ClientName, clientNames } from '../src/command-line/clients/index.ts';
import { environmentText } from '../src/command-line/env.ts';
import { startTestLocalyun } from './support/localyun.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'docs/clients');
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
const execute = promisify(execFile);
const scratch = mkdtempSync(path.join(tmpdir(), 'localyun-pages-'));
/** Programs run from here find the packages they import. */
const programs = mkdtempSync(path.join(root, 'node_modules/.localyun-pages-'));
afterAll(() => {
  for (const made of [scratch, programs]) rmSync(made, { recursive: true, force: true });
});

interface Block {
  readonly page: string;
  readonly language: string;
  readonly code: string;
}

/** The fenced blocks of a page in their order, those of lists without their indentation. */
function blocksOf({ name, text }: { name: string; text: string }): Block[] {
  return [...text.matchAll(/^( *)```(\w+)\n(.*?)^ *```$/gms)].map(([, indent = '', language = '', code = '']) => ({
    page: name,
    language,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

const blocks = pages.flatMap(blocksOf);
const inLanguage = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language));

function isThere(tool: string, ...args: string[]): boolean {
  return spawnSync(tool, args, { stdio: 'ignore' }).status === 0;
}

const byDefault = {
  endpoint: '127.0.0.1:20140',
  accessKeyId: 'localyun',
  accessKeySecret: 'localyun',
  regionId: 'cn-hangzhou',
};

describe('the pages about clients', () => {
  it('are all in the table, and the table is found from the README', () => {
    const table = pages.find(({ name }) => name === 'README.md')!.text;
    const others = pages.map(({ name }) => name).filter((name) => name !== 'README.md');
    for (const name of others) expect(table).toContain(`](${name})`);
    expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toContain('](docs/clients/README.md)');
  });

  it('link to files that are there', () => {
    const links = pages.flatMap(({ text }) => [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link!));
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((link) => !existsSync(path.join(folder, link)))).toEqual([]);
  });

  it.each(clientNames)('show what localyun env prints for %s', (client) => {
    const shown = pages.flatMap((page) => {
      const ofPage = blocksOf(page);
      const at = ofPage.findIndex(({ code }) => code === `localyun env --client ${client}\n`);
      return at < 0 ? [] : [ofPage[at + 1]?.code];
    });
    expect(shown).toEqual([environmentText(byDefault, { client: client as ClientName })]);
  });
});

describe('what the pages say to type', () => {
  const shell = inLanguage('sh');
  const commands = shell.flatMap(({ code }) =>
    [...code.matchAll(/\blocalyun (start|env|ca)\b([^#)>\n|]*)/g)].map(([, name = '', flags = '']) => ({
      name,
      flags: flags.replaceAll('"', '').trim().split(/\s+/).filter(Boolean),
    })),
  );

  it('is shell', () => {
    for (const { code } of shell) execFileSync('sh', ['-n'], { input: code, stdio: ['pipe', 'ignore', 'pipe'] });
    expect(shell.length).toBeGreaterThan(10);
  });

  it.each(['start', 'env', 'ca'])('calls localyun %s with flags that it has', async (name) => {
    const help = await execute(process.execPath, ['--import', 'tsx', path.join(root, 'src/cli.ts'), name, '--help']);
    const options = [...help.stdout.matchAll(/^ {2}(--[\w-]+)( <\w+>)?/gm)];
    const typed = commands.filter((command) => command.name === name);
    expect(typed.length).toBeGreaterThan(1);
    for (const { flags } of typed) {
      const known = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
      for (const [, flag = '', value = ''] of options) known.option(flag + value);
      expect(() => known.parse(flags, { from: 'user' }), flags.join(' ')).not.toThrow();
    }
  });
});

describe('the files of the pages', () => {
  it.skipIf(!isThere('terraform', '-version'))('for Terraform are as terraform fmt leaves them', () => {
    for (const { code } of inLanguage('hcl')) {
      const formatted = execFileSync('terraform', ['fmt', '-'], { input: code, stdio: ['pipe', 'pipe', 'ignore'] });
      expect(formatted.toString()).toBe(code);
    }
  });

  it('in YAML are read', () => {
    for (const { code } of inLanguage('yaml')) expect(parse(code)).toBeInstanceOf(Object);
    expect(inLanguage('yaml').length).toBeGreaterThan(1);
  });

  it.skipIf(!isThere('python3', '--version'))('in Python compile', () => {
    for (const { code } of inLanguage('python')) {
      execFileSync('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], { input: code, stdio: 'pipe' });
    }
  });

  it.skipIf(!isThere('go', 'version'))('in Go are as gofmt leaves them', () => {
    for (const { code } of inLanguage('go')) {
      expect(execFileSync('gofmt', [], { input: code, encoding: 'utf8' })).toBe(code);
    }
  });

  it.skipIf(!isThere('javac', '-version'))(
    'in Java are parsed',
    () => {
      const files = inLanguage('java').map(({ code }) => {
        const file = path.join(scratch, `${/public class (\w+)/.exec(code)?.[1]}.java`);
        writeFileSync(file, code);
        return file;
      });
      const parser = path.join(scratch, 'Parse.java');
      writeFileSync(
        parser,
        `import com.sun.source.util.JavacTask;
       import java.io.File;
       import java.util.Arrays;
       import java.util.stream.Collectors;
       import javax.tools.*;
       public class Parse {
         public static void main(String[] names) throws Exception {
           JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
           DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
           StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null);
           Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromFiles(
             Arrays.stream(names).map(File::new).collect(Collectors.toList()));
           ((JavacTask) compiler.getTask(null, files, found, null, null, units)).parse();
           found.getDiagnostics().forEach(System.err::println);
           System.exit(found.getDiagnostics().isEmpty() ? 0 : 1);
         }
       }`,
      );
      execFileSync('java', [parser, ...files], { stdio: 'pipe' });
    },
    60_000,
  );

  it('in TypeScript pass the strict compiler', () => {
    const files = inLanguage('ts').map(({ page, code }) => {
      const file = path.join(programs, `${path.basename(page, '.md')}.mts`);
      writeFileSync(file, code);
      return file;
    });
    const program = ts.createProgram(files, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    });
    const complaints = ts.getPreEmitDiagnostics(program);
    expect(complaints.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  }, 60_000);
});

describe('a program of', () => {
  const localyun = startTestLocalyun();

  /** Runs the first program in a language as an account of its own; what it says. */
  async function run(page: string, language: string, accessKeyId: string): Promise<string> {
    const { code } = blocks.find((block) => block.page === page && block.language === language)!;
    const endpoint = `127.0.0.1:${localyun.port}`;
    const file = path.join(programs, `run-${path.basename(page, '.md')}.mts`);
    writeFileSync(
      file,
      code
        .replaceAll('127.0.0.1:20140', endpoint)
        .replaceAll("accessKeyId: 'localyun'", `accessKeyId: '${accessKeyId}'`),
    );
    const env = {
      PATH: process.env.PATH,
      ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'localyun',
      ALIBABA_CLOUD_REGION_ID: 'cn-hangzhou',
      ECS_ENDPOINT: endpoint,
      ALICLOUD_CLIENT_SCHEME: 'HTTP',
      LOCALYUN_ENDPOINT: endpoint,
    };
    return (await execute(process.execPath, ['--import', 'tsx', file], { env })).stdout;
  }

  it.each([
    ['typescript.md', 'ts', /^3\n$/],
    ['typescript.md', 'js', /^3\n$/],
    ['terway.md', 'js', /^4 interfaces of 15 addresses\n3 interfaces nobody uses\n$/],
    ['clean-up-tools.md', 'ts', /^(deleted eni-\w+\n){3}$/],
  ])('%s, in %s, says %s', async (page, language, expected) => {
    const account = localyun.account();
    const network = await account.network();
    for (let made = 0; made < 3; made += 1) await account.createNetworkInterface(network);
    await localyun.advance(1_000);
    expect(await run(page, language, account.accessKeyId)).toMatch(expected);
  });
});
