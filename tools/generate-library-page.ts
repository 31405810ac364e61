/**
 * Writes `docs/library.md` from the declarations that the package exports.
 *
 *     npx tsx tools/generate-library-page.ts            write it
 *     npx tsx tools/generate-library-page.ts --check    write nothing; exit 1 when what is checked in is stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ts from 'typescript';

const repository = fileURLToPath(new URL('..', import.meta.url));
const target = 'docs/library.md';

/** What a project imports, and where it is declared. */
const entries = {
  localyun: 'src/index.ts',
  'localyun/testing': 'src/testing/index.ts',
  'localyun/vitest': 'src/testing/vitest.ts',
} as const;

interface Exported {
  readonly name: string;
  readonly declaration: ts.Declaration;
}

/** The page as it must be, and whether the one that is there differs. */
export function libraryPage(): { readonly text: string; readonly isStale: boolean } {
  const path = join(repository, target);
  const present = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const text = page();
  return { text, isStale: present !== text };
}

function page(): string {
  const { config } = ts.readConfigFile(join(repository, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, repository);
  const program = ts.createProgram(
    Object.values(entries).map((file) => join(repository, file)),
    options,
  );
  const shown = new Set<ts.Declaration>();
  const sections = Object.entries(entries).map(([name, file]) => {
    const exported = exportsOf(program, file);
    const fresh = exported.filter(({ declaration }) => !shown.has(declaration));
    for (const { declaration } of fresh) shown.add(declaration);
    const again = exported.filter((one) => !fresh.includes(one)).map((one) => `\`${one.name}\``);
    const also = again.length === 0 ? '' : `Exports ${again.join(', ')} as well, see above.\n\n`;
    return `## ${name}\n\n${also}${fresh.map(describe).join('\n')}`;
  });
  return `# The library

Made by \`tools/generate-library-page.ts\` from the declarations that the package exports.

\`localyun\` starts a server in a process or talks to one elsewhere; \`localyun/testing\` and \`localyun/vitest\` are for tests. What
a server can be told, \`clock\`, \`faults\`, \`requests\`, \`leaks\` and the rest, is the same there, over HTTP and on the command
line, and is listed in [control-api.md](control-api.md#reference). How to begin is in the
[quickstart](quickstart/sdk-tests.md).

${sections.join('\n')}`;
}

/** Functions and values before types, each by name. */
function exportsOf(program: ts.Program, file: string): readonly Exported[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(repository, file));
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing`);
  const rank = ({ declaration }: Exported) =>
    ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration) ? 0 : 1;
  return checker
    .getExportsOfModule(module)
    .flatMap((symbol): Exported[] => {
      const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const [declaration] = original.declarations ?? [];
      return declaration === undefined ? [] : [{ name: symbol.name, declaration }];
    })
    .sort((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
}

function describe({ name, declaration }: Exported): string {
  const documented = documentation(declaration);
  const head = `### ${name}\n\n`;
  if (ts.isFunctionDeclaration(declaration)) return `${head}${code(signatureOf(declaration))}\n${documented}`;
  if (ts.isInterfaceDeclaration(declaration)) {
    const heritage = declaration.heritageClauses?.map((clause) => clause.getText()).join(' ') ?? '';
    const also = heritage === '' ? '' : `\`${name} ${squeezed(heritage)}\`\n\n`;
    return `${head}${also}${documented}\n${memberTable(declaration.members)}`;
  }
  if (ts.isClassDeclaration(declaration)) {
    const members = declaration.members.filter(
      (member) => ts.isPropertyDeclaration(member) && !ts.isPrivateIdentifier(member.name),
    );
    const base = declaration.heritageClauses?.map((clause) => clause.getText()).join(' ') ?? '';
    return `${head}\`class ${name} ${squeezed(base)}\`\n\n${documented}\n${memberTable(members)}`;
  }
  if (ts.isVariableDeclaration(declaration)) {
    return `${head}${code(`const ${name}: ${declaration.type?.getText() ?? ''}`)}\n${documented}`;
  }
  return `${head}${code(declaration.getText().replace(/^export /, ''))}\n${documented}`;
}

function signatureOf(declaration: ts.FunctionDeclaration): string {
  const whole = declaration.getText();
  const body = declaration.body?.getText() ?? '';
  return whole
    .slice(0, whole.length - body.length)
    .replace(/^export (async )?/, '')
    .trim();
}

function memberTable(members: readonly ts.Node[]): string {
  if (members.length === 0) return '';
  const rows = members.map((member) => {
    const docs = documentation(member).trim().replaceAll(/\n+/g, ' ');
    return `| \`${squeezed(memberText(member)).replaceAll('|', '\\|')}\` | ${docs} |`.replace('|  |', '| |');
  });
  return `| member | what |\n|---|---|\n${rows.join('\n')}\n`;
}

function memberText(member: ts.Node): string {
  return member
    .getText()
    .replaceAll(/\/\*\*.*?\*\//gs, '')
    .replaceAll(/\b(readonly|override) /g, '')
    .replace(/;$/, '');
}

/** The comment of a declaration: what it says, its parameters, and what it throws. */
function documentation(node: ts.Node): string {
  const host = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const comments = ts.getJSDocCommentsAndTags(host).filter(ts.isJSDoc);
  const text = comments.map(({ comment }) => squeezed(ts.getTextOfJSDocComment(comment) ?? '')).join(' ');
  const tags = comments
    .flatMap(({ tags: found = [] }) => [...found])
    .map((tag) => {
      const said = squeezed(ts.getTextOfJSDocComment(tag.comment) ?? '');
      const subject = ts.isJSDocParameterTag(tag) ? `\`${tag.name.getText()}\`: ` : '';
      // Of "@throws Name when..." the name is read as a type.
      const thrown = ts.isJSDocThrowsTag(tag)
        ? `Throws ${tag.typeExpression?.getText().trim() ?? ''} `.replace(/ +/, ' ')
        : '';
      return squeezed(`- ${subject}${thrown}${said}`);
    });
  return [text, ...(tags.length > 0 ? ['', ...tags] : [])].join('\n').trim().replace(/(.)$/s, '$1\n');
}

function code(text: string): string {
  return `\`\`\`ts\n${text}\n\`\`\`\n`;
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function main(): void {
  const { check: isCheck } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const { text, isStale } = libraryPage();
  if (!isStale) return;
  console.log(`${isCheck ? 'stale' : 'wrote'}: ${target}`);
  if (isCheck) process.exitCode = 1;
  else writeFileSync(join(repository, target), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
