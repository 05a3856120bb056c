import { createHash } from 'node:crypto';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { type FaultKey, type FaultParams, faultOf } from './fault-messages';
import { type PolicyFrontMatter, policyFrontMatter } from './policy-schema';

/** What is wrong with a policy document, in a sentence, and the line of the document where, counted from 1. */
export interface PolicyFault {
  line: number | null;
  message: string;
  /** The part of the document it is about, such as `categories`, its name; or `text` and a language. */
  path?: readonly PropertyKey[];
  /** What it says, for pages in other languages; `message` is in English. */
  said?: { key: FaultKey; params: FaultParams };
}

/** A fault as a line for a console or a page. */
export const faultLine = ({ line, message }: PolicyFault): string => (line ? `Line ${line}: ${message}` : message);

/** Lists everything that is wrong with a policy document. */
export class PolicyError extends Error {
  override name = 'PolicyError';
  constructor(readonly faults: readonly PolicyFault[]) {
    super(`The policy cannot be used. ${faults.map(faultLine).join(' ')}`);
  }
}

type Path = readonly PropertyKey[];

export interface PolicySource {
  sha256: string;
  front: PolicyFrontMatter;
  /** Markdown by language, with the line of the document it begins on. */
  prose: Readonly<Record<string, { text: string; line: number }>>;
  /** The line of a part of the front matter, or of the nearest part around it. */
  lineOf(path: Path): number | null;
}

/** Lines before the front matter: the three dashes. */
const BEFORE_FRONT = 1;

/**
 * Reads a policy document: a YAML block between two lines of three dashes, then its text, a part for each language.
 * @throws PolicyError with every fault of form
 */
export function readPolicyDocument(document: string): PolicySource {
  const text = document.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const split = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(text);
  if (!split) throw new PolicyError([{ line: 1, ...faultOf('no_block') }]);
  const [, front = '', body = ''] = split;
  const sha256 = createHash('sha256').update(document).digest('hex');
  return { sha256, ...readFront(front), prose: readProse(body, BEFORE_FRONT + front.split('\n').length + 2) };
}

function readFront(text: string): Pick<PolicySource, 'front' | 'lineOf'> {
  const counter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line + BEFORE_FRONT;
  if (yaml.errors.length > 0)
    throw new PolicyError(
      yaml.errors.map(({ message, pos }) => ({ line: lineAt(pos[0]), message: `${message.split(' at line ')[0]}.` })),
    );
  const lineOf = (path: Path): number | null => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = yaml.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return BEFORE_FRONT + 1;
  };
  const parsed = policyFrontMatter.safeParse(yaml.toJS());
  if (parsed.success) return { front: parsed.data, lineOf };
  throw new PolicyError(
    parsed.error.issues.flatMap((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : null;
      return (unknown ?? [issue.path]).map((path) => ({
        line: lineOf(path),
        path,
        message: `${path.map(String).join(' > ') || 'The block'}: ${unknown ? 'there is nothing of this name' : issue.message}.`,
      }));
    }),
  );
}

/** Splits the body at lines such as `=== es`. */
function readProse(body: string, firstLine: number): PolicySource['prose'] {
  const parts = body.split(/^=== ([a-z]{2})$/m);
  const prose: Record<string, { text: string; line: number }> = {};
  let line = firstLine + (parts[0] ?? '').split('\n').length - 1;
  for (let at = 1; at < parts.length; at += 2) {
    const text = parts[at + 1] ?? '';
    prose[parts[at] as string] = { text, line };
    line += text.split('\n').length - 1;
  }
  return prose;
}
