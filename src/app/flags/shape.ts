/**
 * Flags for the appearance of an essay in text, and for its destination.
 */
import { DEFAULTS } from "../defaults.ts";
import type { Flag } from "./flag.ts";

export const shape = {
  notes: {
    name: "notes",
    value: "PLACE",
    values: ["auto", "inline", "margin", "end", "none"],
    help: "where footnotes are shown: inline (under the paragraph), margin, end, none; in the reader, auto is margin if it fits, else inline",
    usual: "auto",
  },
  width: {
    name: "width",
    short: "w",
    value: "COLUMNS",
    completes: "number",
    check: "number",
    least: 1,
    help: "the widest line, in columns",
    usual: "72 on a terminal, no limit in a pipe",
  },
  listWidth: {
    name: "width",
    short: "w",
    value: "COLUMNS",
    completes: "number",
    check: "number",
    least: 1,
    help: "the widest line, in columns",
    usual: "the terminal's, no limit in a pipe",
  },
  color: {
    name: "color",
    value: "WHEN",
    values: ["auto", "always", "never"],
    help: "use colours: auto, always, never",
    usual: DEFAULTS.color,
  },
  theme: {
    name: "theme",
    value: "THEME",
    completes: "themes",
    help: "auto (light or dark, to match the terminal), terminal, light, dark, contrast, or a theme file",
    usual: DEFAULTS.theme,
  },
  wrap: {
    name: "wrap",
    value: "HOW",
    values: ["even", "greedy"],
    help: "how paragraphs are broken: even (as a whole), greedy (line by line)",
    usual: DEFAULTS.wrap,
  },
  links: {
    name: "links",
    value: "PLACE",
    values: ["inline", "end", "none"],
    help: "show addresses of links and images in text: inline (after each), end (a numbered list), none",
    usual: DEFAULTS.links,
  },
  frontMatter: {
    name: "front-matter",
    help: "show the front matter as it is written (text, ansi, markdown)",
  },
  hyphens: {
    name: "hyphens",
    value: "WHEN",
    values: ["auto", "always", "never"],
    help: "hyphenate: auto (under 50 columns, else only where a line would be far too short), always, never",
    usual: DEFAULTS.hyphens,
  },
  mine: { name: "mine", help: "include your highlights and notes" },
  section: {
    name: "section",
    value: "HEADING",
    completes: "headings",
    help: "show only what is under this heading",
  },
  output: {
    name: "output",
    short: "o",
    value: "FILE",
    completes: "files",
    help: "write to a new file; - is standard output",
  },
  embed: { name: "embed", help: "put the images of the library into an HTML page (EPUB always has them)" },
  title: { name: "title", value: "TEXT", completes: "text", help: "the title of the page or the book" },
  force: { name: "force", help: "let --output replace an existing file" },
  pager: { name: "pager", short: "p", help: "show the output in $PAGER" },
} as const satisfies Record<string, Flag>;
