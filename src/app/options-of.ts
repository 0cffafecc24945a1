/**
 * Resolves the command line, the config file, the environment and the terminal into options, once.
 *
 *     argv ─ parse ─▶ Arguments ─┐
 *     config.toml ───────────────┼─ optionsOf ─▶ Options ─▶ commands, reader
 *     environment, terminal ─────┘
 *
 * A flag takes precedence over the config file, and the config file over the default.
 */
import { colorSupport } from "../terminal/color.ts";
import { reordersItself } from "../terminal/direction.ts";
import type { Io } from "../terminal/io.ts";
import { allOf, type Arguments, listOf, numberOf, valueOf } from "./arguments.ts";
import { choiceOf } from "./choice-of.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config-keys.ts";
import { DEFAULTS } from "./defaults.ts";
import { choosingFlags, type Flag, flags } from "./flags.ts";
import type { Formats } from "./flags/formats.ts";
import { cacheFolder, memoryFile } from "./folders.ts";
import type { Options } from "./options.ts";

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

/** The options of a run. The parser has checked the values of flags; faults of the config file are `complaints`. */
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
    choice: choiceOf(args, sorts ? config : { drafts: config.drafts ?? false }, io.today),
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
