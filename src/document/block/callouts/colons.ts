/**
 * Divs and callouts between colons.
 *
 *     :::note A title          ::: {.callout-tip}
 *     Text.                    ## A title
 *     :::                      :::
 *
 * (Docusaurus and VuePress; Quarto and Pandoc.)
 */
import type { Limits } from "../../limits.ts";
import { isTheorem, theoremKind } from "../../theorem-kinds.ts";
import { withTagsShown } from "../../tags/scan.ts";
import { tableOf } from "../../../text/own.ts";
import { withTabs } from "./tab-marks.ts";
import { endOfColons } from "./colon-fence.ts";
import { CALLOUT_KINDS, type CalloutSource } from "./source.ts";

const COLONS = /^ {0,3}(:{3,})[ \t]{0,9}(?:\{([^{}\n]{1,200})\}|([A-Za-z][\w-]{0,40}))([^\n]*)(?:\n|$)/;
/** A heading at the beginning of a callout in Quarto is its title (quarto.org, "Callout Blocks"). */
const QUARTOS_TITLE = /^\s*#{1,6}[ \t]+(\S[^\n]*)(?:\n|$)/;

/** The documentation of an object of a program, and indented options (mkdocstrings, "Autodoc syntax"). */
export const OBJECT =
  /^ {0,3}::: {0,3}([A-Za-z_]\w{0,60}(?:[.:/]\w{1,60}){1,12})[ \t]*(?:\n|$)((?:(?: {4}|\t)[^\n]*(?:\n|$)){0,99})/;

/** Callouts whose kind is the word behind their name (Zenn, "Messages"; Qiita, "Notes"). */
const MODIFIED = new Set(["message", "note"]);
const MODIFIERS = tableOf<string>({ alert: "warning", info: "info", warn: "warning" });

/** The div or the callout at the start of `src`. */
export function colons(src: string, limits: Limits): CalloutSource | undefined {
  const [opening, fence = "", attributes, name = "", rest = ""] = COLONS.exec(src) ?? [];
  if (opening === undefined || OBJECT.test(src)) return undefined;
  const modified = MODIFIED.has(name) ? MODIFIERS[rest.trim()] : undefined;
  const own = modified ?? name.replace(/^callout-/, "");
  const kind = name === "" ? kindIn(attributes ?? "") : isPlain(name) ? "" : own;
  // Brackets may separate `:::` and its kind from the title, and colons may follow it (Pandoc).
  const title = (modified === undefined ? rest : "")
    .replace(/^\[([^\]]*)\].*$/, "$1")
    .replaceAll(":", "")
    .replace(/\{[^{}]*\}/, "");
  const end = endOfColons(src, opening.length, fence.length, limits);
  if (!end) return undefined;
  const written = src.slice(opening.length, end.start);
  const content = name === "v-pre" ? withTagsShown(written) : TABS.has(name) ? withTabs(written) : written;
  const anchor = /(?:^|\s)#([\w:.-]{1,100})/.exec(attributes ?? "")?.[1];
  const named = anchor !== undefined && { anchor };
  const found = { kind, title: title.trim(), raw: src.slice(0, end.end), content, ...named };
  return attributes === undefined ? found : titled(found, attributes);
}

/** A Quarto callout with the title from its attributes or its first heading. */
function titled(found: CalloutSource, attributes: string): CalloutSource {
  const named = /\b(?:title|name)=(?:"([^"]*)"|'([^']*)')/.exec(attributes);
  const title = named?.[1] ?? named?.[2] ?? found.title;
  const heading =
    title === "" && (CALLOUT_KINDS.has(found.kind) || isTheorem(found.kind))
      ? QUARTOS_TITLE.exec(found.content)
      : null;
  return heading
    ? { ...found, title: heading[1]!, content: found.content.slice(heading[0].length) }
    : { ...found, title };
}

/** The kind in the attributes of a div: of a callout or of a margin note; empty for other divs. */
export function kindIn(attributes: string): string {
  const [first = ""] = attributes.trim().split(/\s/, 1);
  const beside = /\.(column-margin|aside|marginnote|sidenote)(?![\w-])/.exec(attributes)?.[1];
  const named = beside ?? /\.callout-([\w-]+)/.exec(attributes)?.[1] ?? first.replace(/^\./, "");
  const theorem = theoremKind(/^#([a-z]{3,4})-/.exec(first)?.[1] ?? named);
  if (theorem !== undefined) return theorem;
  return beside !== undefined || CALLOUT_KINDS.has(named.toLowerCase()) ? named : "";
}

/** Groups of tabs in VuePress. */
const TABS = new Set(["code-tabs", "tabs"]);

/** Whether a div of Pandoc or VuePress is only for the look of the page. */
function isPlain(name: string): boolean {
  return /^(?:code-group|code-tabs|columns?|incremental|panel-tabset|slide|tabs|v-pre|raw)$/i.test(name);
}
