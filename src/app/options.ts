/**
 * Options: the command line, the config file, the environment and the terminal, resolved once.
 *
 *     argv ─ parse ─▶ Arguments ─┐
 *     config.toml ───────────────┼─ optionsOf ─▶ Options ─▶ commands, reader
 *     environment, terminal ─────┘
 *
 * Nothing below uses `Arguments`, the config file or `process`. A flag takes precedence over the config file,
 * and the config file over the default.
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
import { allOf, type Arguments, listOf, numberOf, partsOf, valueOf } from "./arguments.ts";
import { type ConfigFile, readConfig } from "./config.ts";
import type { Config } from "./config-keys.ts";
import { DEFAULTS } from "./defaults.ts";
import { choosingFlags, type Flag, flags } from "./flags.ts";
import type { Formats } from "./flags/formats.ts";
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
  /** Regular expressions, of which at least one must match. */
  readonly patterns: readonly string[];
  /** The most passages of an essay. */
  readonly passages: number;
  /** The paragraphs shown before and after each passage. */
  readonly context: number;
}

export interface Options {
  readonly operands: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The places of the library, without an operand of the command. */
  readonly places: Pick<Places, "dir" | "configDir" | "libraries" | "followLinks" | "site" | "typography">;
  /** The folder of indexes; undefined if none are kept. */
  readonly cache: string | undefined;
  /** The file of the memory; undefined if nothing is remembered. */
  readonly memory: string | undefined;
  /** The chosen essays and their order. `sort` is absent if neither a flag nor the config file sets it. */
  readonly choice: Choice;
  /** Whether flags choose essays, so that none has to be named. `--drafts` alone chooses none. */
  readonly isSelection: boolean;
  /** Whether the key to sort by was typed, so that an unknown one is a typing mistake. */
  readonly isSortTyped: boolean;
  /** Words that titles, slugs, tags or descriptions must fuzzily match. */
  readonly match: string | undefined;
  readonly formats: Formats;
  /** The colours and looks of standard output. */
  readonly color: ColorSupport;
  /** Whether `--color never` was given: no looks in any format. */
  readonly isColorless: boolean;
  /** Its name, or a file, whose path begins at `folder`. */
  readonly theme: {
    readonly name: string;
    readonly from: "command line" | "config file" | "default";
    readonly folder: string;
  };
  /** The widest line of text, in columns; undefined if the output decides. */
  readonly width: number | undefined;
  /**
   * The place of footnotes: `auto` decides by the available room; undefined if neither a flag nor the config file sets
   * it.
   */
  readonly notes: NotesPlace | "auto" | undefined;
  readonly wrap: Wrap;
  readonly hyphens: Hyphens;
  /** The language of essays that name none (BCP 47); undefined if it is detected. */
  readonly language: string | undefined;
  /** Whether ibid puts right-to-left text into visual order, because the terminal does not. */
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
  /** Whether that may replace a file. */
  readonly force: boolean;
  readonly template: string | undefined;
  readonly pager: boolean;
  readonly plainUi: boolean;
  /** Whether items end with NUL instead of a line feed. */
  readonly null: boolean;
  readonly all: boolean;
  /** The parts of its results that a search shows. */
  readonly search: SearchShape;
  /** Only essays without links to them. */
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
  /** Whether problems of the index are reported. */
  readonly debug: boolean;
  /** Of the config file: key bindings and errors. */
  readonly config: Pick<ConfigFile, "keys" | "complaints" | "refused" | "placeOf">;
}

/** What options depend on of a command: the flags that it takes, and the keys of the config file that apply to it. */
interface Taker {
  readonly flags: readonly Flag[];
  /** `sort` and `reverse`. */
  readonly sorts?: boolean;
  /** `width`. */
  readonly laysOut?: boolean;
}

/** Flags that choose essays. */
const SELECTING: readonly Flag[] = [...choosingFlags.filter((flag) => flag !== flags.drafts), flags.all];

export function optionsOf(
  { flags: known, sorts = false, laysOut = false }: Taker,
  args: Arguments,
  io: Io,
): Options {
  const { env, cwd } = io;
  const output = valueOf(args, flags.output);
  // A file gets the same as a pipe.
  const outIsTerminal = io.outIsTerminal && (output === undefined || output === "-");
  const { config, folder, keys, libraries, complaints, refused, placeOf } = readConfig(env);
  const takes = (flag: Flag): boolean => known.includes(flag);
  const has = ({ name: own }: Flag): boolean => args.flags.has(own);
  // In a pipe, the config file would change the input of other tools.
  const onScreen: Config = outIsTerminal ? config : {};
  const color = oneOf(args, flags.color) ?? config.color ?? DEFAULTS.color;
  const colors = colorSupport(color, env, outIsTerminal);
  // Without a terminal or colour, the theme need not match a background.
  const usualTheme = outIsTerminal && colors.depth !== "none" ? DEFAULTS.theme : "terminal";
  return {
    operands: args.operands,
    env,
    cwd,
    places: {
      dir: valueOf(args, flags.dir),
      configDir: config.dir,
      libraries,
      followLinks: config.follow,
      site: config.site,
      typography: config.typography === true ? { language: config.language } : undefined,
    },
    cache: cacheFolder(env),
    memory: memoryFile(env),
    choice: choiceOf(args, sorts ? config : { drafts: config.drafts ?? false }, io),
    isSelection: SELECTING.some(has),
    isSortTyped: has(flags.sort),
    match: valueOf(args, flags.match),
    formats: formatsOf(args),
    color: colors,
    isColorless: color === "never",
    theme: themeFrom(valueOf(args, flags.theme), "command line", cwd) ??
      themeFrom(config.theme, "config file", folder) ?? { name: usualTheme, from: "default", folder: cwd },
    width: numberOf(args, flags.width) ?? (laysOut ? onScreen.width : undefined),
    notes: takes(flags.notes) ? (oneOf(args, flags.notes) ?? config.notes) : undefined,
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
    force: has(flags.force),
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
      patterns: allOf(args, flags.regex),
      passages: numberOf(args, flags.passages) ?? DEFAULTS.passages,
      context: numberOf(args, flags.context) ?? 0,
    },
    orphans: has(flags.orphans),
    linksTo: allOf(args, flags.linksTo),
    linkedBy: allOf(args, flags.linkedBy),
    fix: has(flags.fix),
    rules: { only: listOf(args, flags.rule), ignored: listOf(args, flags.ignore) },
    severity: oneOf(args, flags.severity) ?? DEFAULTS.severity,
    maxWarnings: numberOf(args, flags.maxWarnings),
    mouse: config.mouse ?? DEFAULTS.mouse,
    preview: config.preview ?? DEFAULTS.preview,
    voice: config.voice,
    debug: has(flags.debug),
    config: { keys, complaints, refused, placeOf },
  };
}

/** A flag that has few values. */
type OneOf<Value extends string> = Flag & { readonly values: readonly Value[] };

/** The value of a flag that has few of them. */
function oneOf<const Value extends string>(args: Arguments, flag: OneOf<Value>): Value | undefined {
  return among(flag, valueOf(args, flag));
}

function among<const Value extends string>(
  { values }: { readonly values: readonly Value[] },
  value: string | undefined,
): Value | undefined {
  return values.find((one) => one === value);
}

function formatsOf(args: Arguments): Formats {
  const isJson = args.flags.has(flags.json.name);
  const asked = <const Value extends string>(flag: OneOf<Value>): Value | undefined =>
    among(flag, isJson ? "json" : valueOf(args, flag));
  return {
    show: asked(flags.showFormat),
    list: asked(flags.listFormat),
    links: asked(flags.linksFormat),
    review: asked(flags.reviewFormat),
    notes: asked(flags.notesFormat),
    check: asked(flags.checkFormat),
  };
}

function themeFrom(
  name: string | undefined,
  from: Options["theme"]["from"],
  folder: string,
): Options["theme"] | undefined {
  return name === undefined ? undefined : { name, from, folder };
}

function choiceOf(args: Arguments, config: Config, io: Io): Choice {
  const { today, env } = io;
  const sort = valueOf(args, flags.sort) ?? config.sort;
  const limit = numberOf(args, flags.limit);
  const since = dateBefore(valueOf(args, flags.since) ?? "", today);
  const until = dateBefore(valueOf(args, flags.until) ?? "", today);
  return {
    tags: allOf(args, flags.tag).map(partsOf),
    withoutTags: listOf(args, flags.notTag),
    where: allOf(args, flags.where).flatMap((text) => conditionIn(text, today)),
    drafts: args.flags.has(flags.drafts.name) || config.drafts === true,
    reverse: args.flags.has(flags.reverse.name) || config.reverse === true,
    read: readOf(memoryFile(env), (complaint) => say(io, complaint)),
    ...(sort !== undefined && { sort }),
    ...(limit !== undefined && { limit }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}

/** The parser of the command line lets no other text through. */
function conditionIn(text: string, today: string): Condition[] {
  const condition = parseCondition(text, today);
  return typeof condition === "object" ? [condition] : [];
}
