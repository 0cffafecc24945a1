/**
 * Tables of help and the manual page: environment, files, exit codes, conditions, templates, config keys.
 */
import { CONFIG_KEYS } from "../app/config-keys.ts";

/** A term and its meaning. */
export type TermRow = readonly [written: string, meaning: string];

export const ENVIRONMENT: readonly TermRow[] = [
  ["IBID_DIR", "the library, if neither an argument nor --dir names one"],
  ["IBID_CONFIG", "another config file; if empty, none is read"],
  ["IBID_CACHE", "another folder for indexes; if empty, none is kept"],
  ["IBID_STATE", "another folder for what ibid remembers; if empty, it remembers nothing"],
  ["INK_SCREEN_READER", "true: the reader works line by line, as with --plain-ui"],
  ["VISUAL, EDITOR", "the editor that the reader opens"],
  ["PAGER", "the pager of --pager and ibid help keys; less if unset"],
  ["NO_COLOR", "no colours (no-color.org)"],
  ["FORCE_COLOR, CLICOLOR_FORCE", "colours in pipes, too"],
  ["TERM", "dumb: the reader works line by line"],
];

export const FILES: readonly TermRow[] = [
  ["~/.config/ibid/config.toml", "the config file"],
  ["~/.cache/ibid", "indexes, one for each library and language; may be deleted at any time"],
  ["~/.local/state/ibid", "what ibid remembers: places, bookmarks, highlights, notes"],
];

export const EXIT_CODES: readonly TermRow[] = [
  ["0", "something was found; for check, no error"],
  ["1", "nothing was found; for check, an error, or more warnings than --max-warnings"],
  ["2", "a usage error, an unknown essay, or a file that can't be read"],
];

export const CONDITIONS: readonly TermRow[] = [
  ["author=Ann", "is Ann, or a list with Ann in it; case is ignored"],
  ["author!=Ann", "is not Ann, or missing"],
  ["title~ship", "contains ship, ignoring case and accents"],
  ["words<800", "a number: also <= > >="],
  ["date>=2024-03  date=2024", "a date: a year or a month stands for all of its days"],
  ["date>30d", "in the last 30 days; also 2w, 6m, 1y, yesterday, today"],
  ["read=no", "not read; the other values are begun and yes"],
  ["marks>0", "the number of your highlights and notes"],
  ["popularity.score>5", "a key within a key of the front matter"],
];

export const TEMPLATES: readonly TermRow[] = [
  ["{{title}}", "a field or any front matter key; empty if this essay lacks it, an error if all do"],
  ["{{popularity.score}}", "a key within a key"],
  ["{{tag}} {{count}}", "for ibid tags"],
  ["{{from}} {{to}} {{href}}", "for ibid links; also direction, title, text, heading, broken"],
  ["\\t \\n \\0 \\\\", "a tab, a line feed, NUL, a backslash"],
];

export const NOTES: readonly TermRow[] = [
  ["inline", "under the block that cites them"],
  ["margin", "beside the line that cites them; inline if 24 columns of notes do not fit"],
  ["end", "after the essay, under a rule"],
  ["none", "numbers only; in the reader, Enter on a number shows its note"],
];

export const MARKDOWN: readonly TermRow[] = [
  ["[^1]  [^1]: text", "footnotes, as on GitHub; ^[text] as in Pandoc"],
  ["[[slug]]  ![[slug]]", "a link to an essay; an essay shown in place"],
  ["> [!NOTE]  :::note", "callouts of GitHub, Obsidian, Docusaurus, Quarto, MkDocs and others"],
  ["$x^2$  $$…$$  \\(…\\)", "mathematics"],
  ["==mark==  H~2~O  x^2^", "marked, lowered, raised"],
  ["term / : definition", "a definition list"],
  ["## Title {#id}", "the anchor of a heading"],
  ["{{< ref >}}  {% link %}", "links of Hugo, Jekyll, Pelican, Zola; other tags are shown by their name"],
];

/** The keys of the config file with their meanings. */
export const CONFIG: readonly TermRow[] = Object.entries(CONFIG_KEYS).map(
  ([key, { help }]) => [key, help] as const,
);

/** What the config file has besides these keys. */
export const CONFIG_END =
  "A relative path in it begins at the folder of the config file, and ~ is your home folder. The table [libraries] names " +
  'folders: with blog = "~/blog" in it, ibid @blog opens that folder, and -d @blog chooses it for any command. The table ' +
  "[keys] binds keys of the reader, and [keys.SCREEN] those of one screen; ibid help keys lists the keys, and docs/guide.md the names of actions and screens.";
