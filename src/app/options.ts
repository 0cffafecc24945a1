/**
 * The options of a run; `options-of.ts` resolves them. Nothing below uses `Arguments`, the config file or `process`.
 */
import type { Choice } from "../essay/choose.ts";
import type { NotesPlace } from "../layout/measure.ts";
import type { Hyphens } from "../layout/hyphens.ts";
import type { Wrap } from "../layout/wrap.ts";
import type { AddressPlace } from "../links/shown-addresses.ts";
import type { Places } from "../library/locate.ts";
import type { ColorSupport } from "../terminal/color.ts";
import type { ConfigFile } from "./config.ts";
import type { Formats } from "./flags/formats.ts";

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
  /** The chosen essays and their order; the session adds `read`. `sort` is absent if neither a flag nor the config file sets it. */
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
