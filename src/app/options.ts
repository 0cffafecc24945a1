/**
 * Options: what the command line, the config file, the environment and the terminal say, resolved once.
 *
 *     argv ─ parse ─▶ Arguments ─┐
 *     config.toml ───────────────┼─ optionsOf ─▶ Options ─▶ commands, reader
 *     environment, terminal ─────┘
 *
 * Nothing below knows of `Arguments`, of the config file or of `process`. A flag wins over the config file, that over the
 * default.
 */
import type { Choice } from "../essay/choose.ts";
import { type Condition, parseCondition } from "../essay/condition.ts";
import { dateBefore } from "../essay/relative-date.ts";
import type { NotesPlace } from "../layout/measure.ts";
import type { Hyphens } from "../layout/hyphens.ts";
import type { Wrap } from "../layout/wrap.ts";
import type { AddressPlace } from "../links/shown-addresses.ts";
import type { Places } from "../library/locate.ts";
import { readOf } from "../memory/read-of.ts";
import { type ColorSupport, colorSupport } from "../terminal/color.ts";
import { reordersItself } from "../terminal/direction.ts";
import type { Io } from "../terminal/io.ts";
import { type Arguments, listOf, numberOf, valueOf } from "./arguments.ts";
import { type Config, type ConfigFile, readConfig } from "./config.ts";
import { DEFAULTS } from "./defaults.ts";
import { type Flag, flags } from "./flags.ts";
import { cacheFolder, memoryFile } from "./folders.ts";
import { say } from "./say.ts";

/** The parts of its results that a search shows. */
export interface SearchShape {
  /** Every essay, with every passage. */
  readonly all: boolean;
  /** The number of passages only. */
  readonly count: boolean;
  /** The slugs only. */
  readonly names: boolean;
  /** Regular expressions, of which one must be found. */
  readonly patterns: readonly string[];
  /** The most passages of an essay. */
  readonly passages: number;
  /** The paragraphs shown before and after each passage. */
  readonly context: number;
}

export interface Options {
  readonly operands: readonly string[];
  /** Names of the flags that were given on the command line. */
  readonly given: ReadonlySet<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The places of the library, without an operand of the command. */
  readonly places: Pick<Places, "dir" | "configDir" | "libraries" | "follow" | "site" | "typography">;
  /** The folder of indexes; undefined if none are kept. */
  readonly cache: string | undefined;
  /** The file of the memory; undefined if nothing is remembered. */
  readonly memory: string | undefined;
  /** The chosen essays and their order. `sort` is absent if neither a flag nor the config file sets it. */
  readonly choice: Choice;
  /** Words that titles, slugs, tags or descriptions must fuzzily match. */
  readonly match: string | undefined;
  /** The format; undefined if the output decides. */
  readonly format: string | undefined;
  /** The colours and looks of standard output. */
  readonly color: ColorSupport;
  /** Whether `--color never` was given: no looks in any format. */
  readonly isColorless: boolean;
  readonly theme: { readonly name: string; readonly isConfigured: boolean };
  /** The widest line of text, in columns; undefined if the output decides. */
  readonly width: number | undefined;
  /** The place of footnotes; undefined if the output decides. */
  readonly notes: NotesPlace | undefined;
  readonly wrap: Wrap;
  readonly hyphens: Hyphens;
  /** The language of essays that name none (BCP 47); undefined if it is detected. */
  readonly language: string | undefined;
  /** Whether ibid puts text from right to left in visual order, because the terminal does not. */
  readonly reorders: boolean;
  /** Whether two pages are shown side by side if they fit. */
  readonly spread: boolean;
  readonly section: string | undefined;
  /** Whether essays are shown with the user's highlights and notes. */
  readonly mine: boolean;
  /** The place of the addresses of links in text. */
  readonly links: AddressPlace;
  readonly frontMatter: boolean;
  /** Whether a page contains its pictures. */
  readonly embed: boolean;
  /** The title of a page or a book; undefined if the essays give it. */
  readonly title: string | undefined;
  /** The file to write to; undefined for standard output. */
  readonly output: string | undefined;
  readonly template: string | undefined;
  readonly pager: boolean;
  readonly plainUi: boolean;
  /** Whether items end with NUL instead of a line feed. */
  readonly null: boolean;
  readonly all: boolean;
  /** The parts of its results that a search shows. */
  readonly search: SearchShape;
  /** Essays that nothing links to. */
  readonly orphans: boolean;
  /** The names of essays that each listed essay must link to, and be linked by. */
  readonly linksTo: readonly string[];
  readonly linkedBy: readonly string[];
  /** Whether `check` shows fixes. */
  readonly fix: boolean;
  readonly rules: { readonly only: readonly string[]; readonly ignored: readonly string[] };
  /** The least severity of findings that are shown. */
  readonly severity: "warning" | "error";
  /** The most warnings with which `check` passes; undefined if there is no limit. */
  readonly maxWarnings: number | undefined;
  readonly mouse: boolean;
  readonly preview: boolean;
  /** The command that reads a sentence aloud. */
  readonly voice: string | undefined;
  /** The config file: its keys, key bindings and errors. */
  readonly config: Pick<ConfigFile, "config" | "keys" | "complaints" | "placeOf">;
}

/** The commands to which `sort` and `reverse` of the config file apply. */
const SORTED = new Set(["read", "list"]);
/** The commands to which its `width` applies. */
const LAID_OUT = new Set(["read", "show"]);

/** The options of a command: `name` is the command's, `known` are the flags that it takes. */
export function optionsOf(
  { name, flags: known }: { readonly name: string; readonly flags: readonly Flag[] },
  args: Arguments,
  io: Io,
): Options {
  const { env, cwd } = io;
  const output = valueOf(args, flags.output);
  // A file gets the same as a pipe.
  const outIsTerminal = io.outIsTerminal && (output === undefined || output === "-");
  const { config, keys, libraries, complaints, placeOf } = readConfig(env);
  const takes = (flag: Flag): boolean => known.includes(flag);
  const has = ({ name: own }: Flag): boolean => args.flags.has(own);
  // In a pipe, the config file would change the input of other tools.
  const onScreen: Config = outIsTerminal ? config : {};
  const color = oneOf(args, flags.color) ?? config.color ?? DEFAULTS.color;
  const notes = takes(flags.notes) ? (oneOf(args, flags.notes) ?? config.notes) : undefined;
  const theme = valueOf(args, flags.theme);
  const colors = colorSupport(color, env, outIsTerminal);
  // Without a terminal or colour, no theme has to fit a background.
  const usual = outIsTerminal && colors.depth !== "none" ? DEFAULTS.theme : "terminal";
  return {
    operands: args.operands,
    given: args.flags,
    env,
    cwd,
    places: {
      dir: valueOf(args, flags.dir),
      configDir: config.dir,
      libraries,
      follow: config.follow,
      site: config.site,
      typography: config.typography === true ? { language: config.language } : undefined,
    },
    cache: cacheFolder(env),
    memory: memoryFile(env),
    choice: choiceOf(args, SORTED.has(name) ? config : { drafts: config.drafts ?? false }, io),
    match: valueOf(args, flags.match),
    format: has(flags.json) ? "json" : valueOf(args, flags.showFormat),
    color: colors,
    isColorless: color === "never",
    theme: { name: theme ?? config.theme ?? usual, isConfigured: theme === undefined },
    width: numberOf(args, flags.width) ?? (LAID_OUT.has(name) ? onScreen.width : undefined),
    notes: notes === "auto" ? undefined : notes,
    wrap: oneOf(args, flags.wrap) ?? config.wrap ?? DEFAULTS.wrap,
    hyphens: oneOf(args, flags.hyphens) ?? config.hyphens ?? DEFAULTS.hyphens,
    language: config.language,
    spread: config.spread ?? DEFAULTS.spread,
    reorders: outIsTerminal && (config.bidi === "on" || (config.bidi !== "off" && !reordersItself(env))),
    section: valueOf(args, flags.section),
    mine: has(flags.mine),
    links: oneOf(args, flags.links) ?? DEFAULTS.links,
    frontMatter: has(flags.frontMatter),
    embed: has(flags.embed),
    title: valueOf(args, flags.title),
    output: output === "-" ? undefined : output,
    template: valueOf(args, flags.template),
    pager: has(flags.pager) || (takes(flags.pager) && onScreen.pager === true),
    plainUi:
      has(flags.plainUi) ||
      config["plain-ui"] === true ||
      env["INK_SCREEN_READER"] === "true" ||
      env["TERM"] === "dumb",
    null: has(flags.null),
    all: has(flags.all),
    search: {
      all: has(flags.allHits),
      count: has(flags.count),
      names: has(flags.names),
      patterns: args.values.get(flags.regex.name) ?? [],
      passages: numberOf(args, flags.passages) ?? DEFAULTS.passages,
      context: numberOf(args, flags.context) ?? 0,
    },
    orphans: has(flags.orphans),
    linksTo: args.values.get(flags.linksTo.name) ?? [],
    linkedBy: args.values.get(flags.linkedBy.name) ?? [],
    fix: has(flags.fix),
    rules: { only: listOf(args, flags.rule), ignored: listOf(args, flags.ignore) },
    severity: oneOf(args, flags.severity) ?? DEFAULTS.severity,
    maxWarnings: numberOf(args, flags.maxWarnings),
    mouse: config.mouse ?? DEFAULTS.mouse,
    preview: config.preview ?? DEFAULTS.preview,
    voice: config.voice,
    config: { config, keys, complaints, placeOf },
  };
}

/** The value of a flag that has few of them. */
function oneOf<const Value extends string>(
  args: Arguments,
  flag: Flag & { readonly values: readonly Value[] },
): Value | undefined {
  const value = valueOf(args, flag);
  const { values }: { readonly values: readonly Value[] } = flag;
  return values.find((one) => one === value);
}

function choiceOf(args: Arguments, config: Config, io: Io): Choice {
  const { today, env } = io;
  const sort = valueOf(args, flags.sort) ?? config.sort;
  const limit = numberOf(args, flags.limit);
  const since = dateBefore(valueOf(args, flags.since) ?? "", today);
  const until = dateBefore(valueOf(args, flags.until) ?? "", today);
  return {
    tags: (args.values.get("tag") ?? []).map(splitTags),
    withoutTags: (args.values.get("not-tag") ?? []).flatMap(splitTags),
    where: (args.values.get("where") ?? []).flatMap((text) => conditionIn(text, today)),
    drafts: args.flags.has("drafts") || config.drafts === true,
    reverse: args.flags.has("reverse") || config.reverse === true,
    read: readOf(memoryFile(env), (complaint) => say(io, complaint)),
    ...(sort !== undefined && { sort }),
    ...(limit !== undefined && { limit }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}

function splitTags(value: string): string[] {
  return value.split(",").map((tag) => tag.trim());
}

/** The parser of the command line lets no other text through. */
function conditionIn(text: string, today: string): Condition[] {
  const condition = parseCondition(text, today);
  return typeof condition === "object" ? [condition] : [];
}
