/**
 * The languages that front matter may be written in, as engines for gray-matter, and those that are refused.
 *
 * gray-matter's own engines run `---js` as a program. They are replaced, and every language that is not
 * plain data is refused.
 */
import { CORE_SCHEMA, load, mergeTag, YAMLException } from "js-yaml";
import { beyond, type BoundName, BOUNDS } from "../text/bounds.ts";
import { jsonBrackets } from "./json-brackets.ts";
import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { tableOf } from "../text/own.ts";
import { yamlWords } from "./yaml-words.ts";

/** Front matter that does not parse, or exceeds a limit, with the place in it. Lines and columns count from 1. */
export class FrontMatterError extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Whether it exceeds a limit. */
  readonly isBeyond: boolean;

  constructor(message: string, line?: number, column?: number, isBeyond = false) {
    super(message);
    this.name = "FrontMatterError";
    this.line = line;
    this.column = column;
    this.isBeyond = isBeyond;
  }

  /** The error for an exceeded limit. */
  static beyond(name: BoundName, line = 1, column = 1): FrontMatterError {
    return new FrontMatterError(beyond(name), line, column, true);
  }
}

const schema = CORE_SCHEMA.withTags(mergeTag);
type Engine = (matter: string) => object;

/** YAML in which a key may occur again; the last one counts, as in PyYAML and Jekyll. */
export const YAML_WITH_REPEATS = "yaml-with-repeats";
/** js-yaml's message for such a key. */
export const REPEATED = "duplicated mapping key";

function yaml(matter: string, json: boolean): object {
  const bounds = { maxAliases: BOUNDS.aliases.most, maxDepth: BOUNDS.frontMatterDepth.most };
  return object(withPlace(() => load(matter, { schema, json, ...bounds })));
}

export const engines = tableOf<Engine>({
  yaml: (matter) => yaml(matter, false),
  [YAML_WITH_REPEATS]: (matter) => yaml(matter, true),
  toml: (matter) => plainDates(withPlace(() => parseToml(withoutLongKeys(matter)))) as object,
  json: (matter) => object(withPlace(() => JSON.parse(shallow(matter)), matter)),
});

/** What may follow the opening fence, and the engine that it names. */
export const languageNames: ReadonlyMap<string, string> = new Map([
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["toml", "toml"],
  ["json", "json"],
]);

/** A dotted key with more parts than the limit of nesting allows, because each part is a table within a table. */
const LONG_KEY = /^[ \t]*(?:[\w-]+[ \t]*\.[ \t]*){30}/m;

/** Refuses TOML that nests deeper than the bound. Throws `FrontMatterError`. */
function withoutLongKeys(matter: string): string {
  const long = LONG_KEY.exec(matter);
  if (!long) return matter;
  const line = matter.slice(0, long.index).split("\n").length;
  throw FrontMatterError.beyond("frontMatterDepth", line);
}

/**
 * Refuses JSON that nests deeper than the bound. V8 would build all of it first, and where it then finds
 * a fault the whole process may end. Throws `FrontMatterError`.
 */
function shallow(matter: string): string {
  let depth = 0;
  for (const [sign] of jsonBrackets(matter)) {
    depth += sign === "[" || sign === "{" ? 1 : -1;
    if (depth > BOUNDS.frontMatterDepth.most) throw FrontMatterError.beyond("frontMatterDepth");
  }
  return matter;
}

function object(value: unknown): object {
  if (value === undefined || value === null) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value;
  throw new FrontMatterError("front matter is not a list of keys and values", 1, 1);
}

function withPlace(parse: () => unknown, source = ""): unknown {
  try {
    return parse();
  } catch (error) {
    if (error instanceof YAMLException) throw yamlError(error);
    if (error instanceof TomlError) {
      const reason = error.message.split("\n", 1)[0]?.replace(/^Invalid TOML document: /, "");
      throw new FrontMatterError(reason ?? "invalid TOML", error.line, error.column);
    }
    if (error instanceof SyntaxError) throw jsonError(error, source);
    throw error;
  }
}

/** js-yaml names its own settings in the message for a limit that is exceeded. */
const YAML_BOUNDS: readonly [setting: string, bound: BoundName][] = [
  ["maxAliases", "aliases"],
  ["maxDepth", "frontMatterDepth"],
];

function yamlError({ reason, mark }: YAMLException): FrontMatterError {
  const [line, column] = mark ? [mark.line + 1, mark.column + 1] : [undefined, undefined];
  const bound = YAML_BOUNDS.find(([setting]) => reason.includes(`exceeded ${setting}`))?.[1];
  return bound === undefined
    ? new FrontMatterError(yamlWords(reason), line, column)
    : FrontMatterError.beyond(bound, line, column);
}

/** The place of the fault is in V8's message; its words change with the version, and are not passed on. */
function jsonError(error: SyntaxError, source: string): FrontMatterError {
  const { message } = error;
  const isEnd = /end of JSON/i.test(message);
  // For a short source, V8 names the sign but no place.
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? (isEnd ? source.length : 0));
  const before = source.slice(0, position);
  const sign = /^Unexpected token '(.+?)',/u.exec(message)?.[1] ?? source[position];
  const reason =
    isEnd || sign === undefined ? "the JSON ends too early" : `invalid JSON at ${JSON.stringify(sign)}`;
  return new FrontMatterError(reason, before.split("\n").length, before.length - before.lastIndexOf("\n"));
}

/** TOML's dates, at any depth, as the text that was written. */
function plainDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString().replace(/T00:00:00.000Z?$/, "");
  if (Array.isArray(value)) return value.map(plainDates);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainDates(inner)]));
  }
  return value;
}
