/**
 * The keys of the config file. A key that sets a flag has the values and the meaning of that flag.
 */
import { type Flag, meaningOf } from "./flags/flag.ts";
import { choosing } from "./flags/choosing.ts";
import { program } from "./flags/program.ts";
import { shape } from "./flags/shape.ts";

/** The kind of a key's value: text, a folder (or the `@name` of a library), true or false, a number of columns, one of few words. */
export type Kind = "text" | "folder" | "switch" | "columns" | readonly string[];

interface Key<Own extends Kind> {
  readonly kind: Own;
  /** What it means, for `ibid help config` and the manual page. */
  readonly help: string;
}

const key = <const Own extends Kind>(kind: Own, help: string): Key<Own> => ({ kind, help });

/** A key that sets a flag with a value. */
const ofFlag = <const Own extends Kind>(kind: Own, flag: Flag): Key<Own> => key(kind, meaningOf(flag));

/** A key that sets a flag which has few values. */
const amongFlag = <const Own extends readonly string[]>(flag: Flag & { readonly values: Own }): Key<Own> =>
  ofFlag(flag.values, flag);

/** A key that sets a flag without a value. */
const switchFlag = ({ help }: Flag): Key<"switch"> => key("switch", `true: ${help}`);

export const CONFIG_KEYS = {
  dir: ofFlag("folder", program.dir),
  theme: ofFlag("text", shape.theme),
  notes: amongFlag(shape.notes),
  width: key("columns", "columns of the text on a terminal"),
  wrap: amongFlag(shape.wrap),
  hyphens: amongFlag(shape.hyphens),
  language: key("text", "the language of essays that name none"),
  spread: key("switch", "true: show two pages side by side, from 160 columns on"),
  bidi: key(
    ["auto", "on", "off"],
    "who puts Arabic and Hebrew in visual order: on (ibid), off (the terminal), auto (ibid if the terminal does not) (default: auto)",
  ),
  color: amongFlag(shape.color),
  sort: ofFlag("text", choosing.sort),
  reverse: switchFlag(choosing.reverse),
  drafts: switchFlag(choosing.drafts),
  follow: key("switch", "true: follow symbolic links that lead out of the library"),
  site: key("text", "the address of the library on the web"),
  typography: key("switch", "true: use the quotation marks, dashes and ellipses of the essay's language"),
  voice: key("text", "the command that reads aloud"),
  pager: key("switch", "true: ibid show uses $PAGER on a terminal"),
  "plain-ui": switchFlag(program.plainUi),
  mouse: key("switch", "false: leave the mouse to the terminal"),
  preview: key("switch", "false: show no preview beside a wide shelf or search"),
} as const satisfies Readonly<Record<string, Key<Kind>>>;

export type ConfigKey = keyof typeof CONFIG_KEYS;

type Value<Own extends Kind> = Own extends "text" | "folder"
  ? string
  : Own extends "switch"
    ? boolean
    : Own extends "columns"
      ? number
      : Own extends readonly (infer One)[]
        ? One
        : never;

export type Config = { readonly [Name in ConfigKey]?: Value<(typeof CONFIG_KEYS)[Name]["kind"]> };
