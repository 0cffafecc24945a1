/**
 * Completes the word at the cursor, for the shells' completions, from the tables of commands and flags.
 */
import { parseArgs } from "node:util";
import { headingAnchor } from "../document/anchor.ts";
import { type Command, commands, read } from "./commands.ts";
import { commonFlags, type Flag } from "../app/flags.ts";
import type { Io } from "../terminal/io.ts";
import { bare, type Candidate, type Offer, offerOf } from "./candidates.ts";
import { type KnownLibrary, knownLibrary } from "./known-library.ts";
import { firstOperand, HELP, parserOptions } from "./pick.ts";
import { label } from "../text/visible.ts";
import { KEYS_TOPIC, TOPICS } from "./topics.ts";

/** Replaces the word at the cursor while the line is parsed. No word of a line can contain NUL. */
const CURSOR = "\0";

/** The meaning of the line up to the cursor. */
interface Line {
  readonly command: Command;
  /** Whether a command is named; if not, the cursor may be on one. */
  readonly isNamed: boolean;
  readonly operands: readonly string[];
  /** The flag whose value is being typed, and the text before the value in the word: `--tag=`. */
  readonly open?: { readonly flag: Flag; readonly prefix: string } | undefined;
  /** The value of `--dir`. */
  readonly dir: string | undefined;
  /** Whether `--` is before the cursor. */
  readonly isBehindTerminator: boolean;
}

/** The candidates for the last of `words`, which may be empty. `words` are the words after `ibid` on the line. */
export async function complete(words: readonly string[], io: Io): Promise<Offer> {
  const joined = withoutBreaks(words);
  const current = joined.at(-1) ?? "";
  const before = joined.slice(0, -1);
  if (firstOperand([...before, CURSOR])?.value === HELP) return starting({ candidates: topics() }, current);
  const line = lineOf(before, current);
  const known = knownLibrary(line.dir, io);
  if (line.open) {
    const { flag, prefix } = line.open;
    const value = current.slice(prefix.length);
    return starting(prefixed(prefix, await valueOffer(flag, value, line, known)), current);
  }
  if (current.startsWith("-") && !line.isBehindTerminator)
    return starting({ candidates: flagsOf(line.command) }, current);
  const offer = operandOffer(line, current, known);
  return starting(line.isBehindTerminator ? offer : withoutMinus(offer), current);
}

/** Joins `--format=json` and `tag:history`, which bash splits at the sign. */
function withoutBreaks(words: readonly string[]): string[] {
  const joined: string[] = [];
  words.forEach((word, index) => {
    const last = joined.at(-1);
    if (last !== undefined && (isBreak(word) || isBreak(words[index - 1])))
      joined[joined.length - 1] = last + word;
    else joined.push(word);
  });
  return joined;
}

function isBreak(word: string | undefined): boolean {
  return word === "=" || word === ":";
}

function lineOf(before: readonly string[], current: string): Line {
  const named = firstOperand(before);
  const found = commands.find(({ name }) => name === named?.value);
  const command = found ?? read;
  const known = [...command.flags, ...commonFlags];
  const inline = /^--[\w-]+=/.exec(current)?.[0];
  const { tokens } = parseArgs({
    args: [...(found && named ? before.toSpliced(named.index, 1) : before), `${inline ?? ""}${CURSOR}`],
    options: parserOptions(known),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === "option");
  const open = options.find(({ value }) => value === CURSOR);
  const flag = known.find(({ name, value }) => name === open?.name && value !== undefined);
  return {
    command,
    isNamed: found !== undefined,
    operands: tokens.flatMap((token) =>
      token.kind === "positional" && token.value !== CURSOR ? [token.value] : [],
    ),
    open: flag && { flag, prefix: inline ?? "" },
    dir: options.findLast(({ name, value }) => name === "dir" && value !== CURSOR)?.value,
    isBehindTerminator: tokens.some(({ kind }) => kind === "option-terminator"),
  };
}

async function valueOffer(flag: Flag, value: string, line: Line, known: KnownLibrary): Promise<Offer> {
  if (flag.values) return { candidates: flag.values.map(bare) };
  const { completes } = flag;
  if (completes === undefined) return { candidates: [] };
  if (completes === "headings") return { candidates: await headingsOf(line.operands[0], known) };
  if (flag.isList !== true) return offerOf(completes, value, known);
  const start = value.slice(0, value.lastIndexOf(",") + 1);
  const given = start.split(",");
  const { candidates } = offerOf(completes, value.slice(start.length), known);
  return prefixed(start, { candidates: candidates.filter((one) => !given.includes(one.value)) });
}

function operandOffer({ command, isNamed, operands }: Line, current: string, known: KnownLibrary): Offer {
  const { words = [], takes, count } = command;
  const [first] = operands;
  const word = words.find((one) => one.word === first);
  if (word) return word.takes ? offerOf(word.takes, current, known) : { candidates: [] };
  if (operands.length >= count[1]) return { candidates: [] };
  const offer = offerOf(takes, current, known);
  if (operands.length > 0) return offer;
  const own = isNamed
    ? words.map((one) => ({ value: one.word, help: one.does ?? "" }))
    : [...commandsOf(), { value: HELP, help: "show the help of a command or a topic" }];
  return { ...offer, candidates: [...own, ...offer.candidates] };
}

function commandsOf(): Candidate[] {
  return commands.map(({ name, summary }) => ({ value: name, help: summary }));
}

/** The operands of `ibid help`. */
function topics(): Candidate[] {
  const named = [...TOPICS, KEYS_TOPIC].map(({ name, summary }) => ({ value: name, help: summary }));
  return [...commandsOf(), ...named];
}

function flagsOf({ flags }: Command): Candidate[] {
  return [...flags, ...commonFlags].map(({ name, help }) => ({ value: `--${name}`, help }));
}

/** The anchors of the headings of an essay, which need no quotation marks, each with its text. */
async function headingsOf(slug: string | undefined, known: KnownLibrary): Promise<Candidate[]> {
  const headings = slug === undefined ? [] : await known.headings(slug);
  return headings.map(({ text }) => ({ value: label(headingAnchor(text)), help: label(text) }));
}

function prefixed(prefix: string, offer: Offer): Offer {
  return { ...offer, candidates: offer.candidates.map((one) => ({ ...one, value: prefix + one.value })) };
}

/** Slugs that look like flags, with a slash before them, which name the same essays. */
function withoutMinus(offer: Offer): Offer {
  const candidates = offer.candidates.map((one) =>
    one.value.startsWith("-") ? { ...one, value: `/${one.value}` } : one,
  );
  return { ...offer, candidates };
}

function starting(offer: Offer, current: string): Offer {
  const typed = current.toLowerCase();
  return {
    ...offer,
    candidates: offer.candidates.filter(({ value }) => value.toLowerCase().startsWith(typed)),
  };
}

/** The candidates, one per line, each with its meaning after a tab. */
export function completionLines({ candidates }: Offer): string {
  return candidates.map(({ value, help }) => `${value}\t${help.replace(/[\t\n]/g, " ")}\n`).join("");
}

/** The exit code, which says what the shell completes if there is no candidate: 0 nothing, 3 files, 4 folders. */
export function completionCode({ candidates, otherwise }: Offer): number {
  if (candidates.length > 0 || otherwise === undefined) return 0;
  return otherwise === "files" ? 3 : 4;
}
