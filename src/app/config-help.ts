/**
 * The meaning of each key of the config file, for `ibid help config` and the manual page.
 */
import type { ConfigKey } from "./config.ts";

export const CONFIG_HELP: Readonly<Record<ConfigKey, string>> = {
  dir: "the library: a folder of essays",
  theme: "auto (the default), terminal, light, dark, contrast, or a theme file",
  notes: "where footnotes are shown: auto (margin if it fits, else inline), inline, margin, end, none",
  width: "columns of the text on a terminal",
  wrap: "how paragraphs are broken: even (the default) or greedy",
  hyphens: "hyphenation: auto (the default), always, never",
  language: "the language of essays that name none",
  spread: "true: show two pages side by side, from 160 columns on",
  bidi: "who puts Arabic and Hebrew in visual order: auto (the default), on (ibid), off (the terminal)",
  color: "auto (the default), always, never",
  sort: "the order of the shelf: order (the default), date, title, words, path, read, or any front matter key",
  reverse: "true: reverse the order",
  drafts: "true: include drafts",
  follow: "true: follow symbolic links that lead out of the library",
  site: "the address of the library on the web",
  typography: "true: use the quotation marks, dashes and ellipses of the essay's language",
  voice: "the command that reads aloud",
  pager: "true: ibid show uses $PAGER on a terminal",
  "plain-ui": "true: run the reader line by line",
  mouse: "false: leave the mouse to the terminal",
  preview: "false: show no preview beside a wide shelf",
};
