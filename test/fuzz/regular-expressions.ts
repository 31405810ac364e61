import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { units } from './odd-values.ts';

/** A regular expression in a source file. */
export interface Found {
  readonly place: string;
  readonly expression: RegExp;
}

/** Every regular expression that is written in a source file, and the places where one is put together at run time. */
export function regularExpressionsIn(folder: string): {
  readonly found: readonly Found[];
  readonly made: readonly string[];
} {
  const found: Found[] = [];
  const made: string[] = [];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || /\.(test|fixture|generated)\.ts$/.test(path)) continue;
    const source = ts.createSourceFile(path, readFileSync(join(folder, path), 'utf8'), ts.ScriptTarget.ES2023, true);
    const visit = (node: ts.Node): void => {
      const place = `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      if (ts.isRegularExpressionLiteral(node))
        found.push({ place: `${place} ${node.text}`, expression: literal(node.text) });
      if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') made.push(place);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { found, made };
}

function literal(text: string): RegExp {
  const end = text.lastIndexOf('/');
  // Without `g` and `y`, so that each test begins at the beginning.
  return new RegExp(text.slice(1, end), text.slice(end + 1).replace(/[gy]/g, ''));
}

/** The lengths that are tried: slowly upwards, for an exponential expression never comes back from a long text. */
const lengths = [...Array.from({ length: 13 }, (_, index) => 16 + 4 * index), 128, 256, 512, 2_048, 8_192];
const suspiciousMs = 1;

/**
 * The text, shortened, for which an expression takes more than twice as long when it is twice as long; undefined when
 * none was found.
 */
export function superlinearText({ expression }: Found): string | undefined {
  for (const { before, unit, after } of attacksOn(expression)) {
    const textOf = (length: number) => before + unit.repeat(Math.ceil(length / unit.length)) + after;
    for (const length of lengths) {
      if (millisecondsOf(expression, textOf(length), 1) < suspiciousMs) continue;
      const longer = length < 64 ? length + 4 : length * 2;
      const [once = 0, more = 0] = [length, longer].map((size) => millisecondsOf(expression, textOf(size), 3));
      if (once >= suspiciousMs && more > 3 * once) return JSON.stringify({ before, unit, after });
      break;
    }
  }
  return undefined;
}

function millisecondsOf(expression: RegExp, text: string, repeats: number): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const startMs = performance.now();
    expression.test(text);
    shortest = Math.min(shortest, performance.now() - startMs);
  }
  return shortest;
}

interface Attack {
  readonly before: string;
  readonly unit: string;
  readonly after: string;
}

/** What is repeated: parts of texts that the expression matches, and what is often repeated to no end. */
function attacksOn(expression: RegExp): readonly Attack[] {
  const attacks = new Map<string, Attack>();
  const add = (before: string, unit: string) => {
    for (const after of ['', '\0', '\n']) attacks.set(`${before}\n${unit}\n${after}`, { before, unit, after });
  };
  for (const unit of units) add('', unit);
  for (const sample of samplesOf(expression)) {
    for (let from = 0; from < Math.min(sample.length, 12); from += 1) {
      for (const length of [1, 2, 5])
        if (from + length <= sample.length) add(sample.slice(0, from), sample.slice(from, from + length));
    }
  }
  return [...attacks.values()];
}

function samplesOf(expression: RegExp): readonly string[] {
  try {
    return fc.sample(fc.stringMatching(expression, { size: 'small' }), { numRuns: 3, seed: 1 });
  } catch {
    // Some classes of Unicode it does not draw from.
    return [];
  }
}
