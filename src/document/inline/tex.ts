/**
 * LaTeX's commands for text, which Pandoc and Quarto read in Markdown ("Extension: raw_tex"):
 *
 *     \textbf{bold}   \emph{so}   {\it so}   \footnote{A note.}   \href{address}{words}   \citep[p.~3]{doe99}   \LaTeX{}   \noindent
 *
 * A command that is not named here stays as written: `\d{3}` is a pattern of a search, `C:\new` a folder.
 */
import { matchAt } from "./destination.ts";
import type { Reach } from "./reach.ts";
import type { InlineToken } from "./tokens.ts";
import { tableOf } from "../../text/own.ts";

interface Found {
  readonly tokens: readonly InlineToken[];
  readonly end: number;
}
type Parsed = (inner: string) => readonly InlineToken[];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

type Phrase = "del" | "em" | "ins" | "mark" | "strong" | "sub" | "sup";
const PHRASES: ReadonlyMap<string, Phrase> = new Map(
  (
    "textbf=strong emph=em textit=em textsl=em underline=ins uline=ins sout=del st=del hl=mark textsuperscript=sup textsubscript=sub " +
    "bf=strong bfseries=strong em=em it=em itshape=em sl=em slshape=em caption=em paragraph=strong subparagraph=strong"
  )
    .split(" ")
    .map((pair) => pair.split("=") as [string, Phrase]),
);
/** Commands that affect only the letters or the place of their text. */
const PLAIN = words(
  "ac acf acl acp acs acrfull acrlong acrshort gls glspl Gls Glspl " +
    "textsc textrm textsf textup textmd textnormal mbox text uppercase lowercase enquote textquote centerline rm sc scshape sf tt " +
    "ttfamily rmfamily sffamily small large Large LARGE huge Huge footnotesize scriptsize tiny normalsize foreignlanguage textcolor",
);
/** Commands whose last argument is the text, and their number of arguments. */
const SEVERAL: ReadonlyMap<string, number> = new Map([
  ["foreignlanguage", 2],
  ["textcolor", 2],
  ["href", 2],
  ["multicolumn", 3],
  ["multirow", 3],
]);
const NOTES = words("footnote footnotetext sidenote marginnote marginpar thanks endnote");
const CITES =
  /^(?:[Cc]ite(?:p|t|alp|alt|author|title|year|yearpar|num)?|[Pp]arencite|[Tt]extcite|[Aa]utocite|[Ff]oot(?:full)?cite|[Ff]ullcite|[Ss]martcite|[Ss]upercite)s?$/;
/** References by a label, whose text `labels.ts` knows when the whole tree is there. */
const REFERENCES = words("autoref cref Cref labelcref nameref pageref ref eqref subref vref Vref zcref zref");
/** Quantities and substances, which are formulas in text, too (siunitx, mhchem), and their number of arguments. */
const FORMULAS: ReadonlyMap<string, number> = new Map([
  ["SI", 2],
  ["ang", 1],
  ["ce", 1],
  ["num", 1],
  ["qty", 2],
  ["si", 1],
  ["unit", 1],
]);
/** Instructions with an argument, and without one. */
const UNSEEN = words(
  "end label index vspace hspace pagestyle thispagestyle setlength addtolength setcounter addtocounter bibliographystyle hypersetup " +
    "usepackage documentclass selectlanguage captionsetup newacronym newglossaryentry nocite vphantom hphantom phantom pagenumbering linespread fontsize author date",
);
const ALONE = words(
  "noindent indent par bigskip medskip smallskip hfill vfill centering raggedright raggedleft maketitle tableofcontents " +
    "listoffigures listoftables appendix frontmatter mainmatter backmatter newline hline protect sloppy normalsize small footnotesize " +
    "scriptsize tiny large Large LARGE huge Huge itshape bfseries scshape ttfamily rmfamily sffamily bf it em sc tt rm sf sl",
);
const TEXTS = tableOf<string>({
  BibTeX: "BibTeX",
  LaTeX: "LaTeX",
  LaTeXe: "LaTeX2e",
  LuaLaTeX: "LuaLaTeX",
  LuaTeX: "LuaTeX",
  TeX: "TeX",
  XeLaTeX: "XeLaTeX",
  XeTeX: "XeTeX",
  copyright: "©",
  dots: "…",
  euro: "€",
  ldots: "…",
  pounds: "£",
  quad: "\u2003",
  qquad: "\u2003",
  textasciicircum: "^",
  textasciitilde: "~",
  textbackslash: "\\",
  textbar: "|",
  textdegree: "°",
  textellipsis: "…",
  textemdash: "—",
  textendash: "–",
  textgreater: ">",
  textless: "<",
  textregistered: "®",
  texttrademark: "™",
});

const COMMAND = /\\([A-Za-z]{2,20})\*?/y;
/** Optional arguments, such as the number of a note. */
const OPTIONS = /(?:\[[^[\]\n]{0,200}\]){1,3}(?=\{)/y;
/** What follows a command without an argument: the end of the word, but not the rest of a path. */
const AFTER_WORD = /(?:\{\}|(?![\w\\/{.:-]|$)[ \t]?|[.:-](?!\w)|$)/y;

/** A reference of bookdown ("Cross-references"), which is LaTeX's `\ref`. */
const BOOKDOWNS = /\\@ref\(([\w:./-]{1,100})\)/y;
const VERBATIM = /\\verb\*?([^\w\s*])([^\n]{1,200}?)\1/y;

/** The command that begins with the backslash at `at`; undefined if there is none. */
export function texAt(text: string, at: number, reach: Reach, parsed: Parsed): Found | undefined {
  const code = matchAt(VERBATIM, text, at);
  if (code) return { tokens: [{ type: "codespan", text: code[2]! }], end: at + code[0].length };
  const label = matchAt(BOOKDOWNS, text, at);
  if (label) return { tokens: [reference("ref", label[1]!)], end: at + label[0].length };
  const before = text[at - 1] ?? " ";
  const [written, name = ""] = /[:\\]/.test(before) ? [] : (matchAt(COMMAND, text, at) ?? []);
  if (written === undefined) return undefined;
  const from = at + written.length;
  const options = matchAt(OPTIONS, text, from)?.[0] ?? "";
  const found = argumentsAt(text, from + options.length, countOf(name), reach);
  if (found && FORMULAS.has(name)) return formula(text.slice(at, found.end), found.end);
  const tokens = found && tokensOf(name, found.inner, options, parsed);
  if (tokens) return { tokens, end: found.end };
  // A folder of Windows follows another one.
  return /\w/.test(before) && !Object.hasOwn(TEXTS, name) ? undefined : alone(text, from, name);
}

function countOf(name: string): number {
  // `\cites{a}{b}` has any number.
  if (name.endsWith("cites")) return Infinity;
  return SEVERAL.get(name) ?? FORMULAS.get(name) ?? 1;
}

function formula(tex: string, end: number): Found {
  return { tokens: [{ type: "math", text: tex, raw: tex }], end };
}

/** A command without an argument. */
function alone(text: string, from: number, name: string): Found | undefined {
  const said = TEXTS[name] ?? (ALONE.has(name) ? "" : undefined);
  const after = said === undefined ? undefined : matchAt(AFTER_WORD, text, from)?.[0];
  if (said === undefined || after === undefined) return undefined;
  // The blank behind an instruction belongs to it; TeX also takes the one behind a name, which authors then write as `\TeX{}`.
  const taken = after === "{}" || (said === "" && after.trim() === "") ? after.length : 0;
  return { tokens: said === "" ? [] : [{ type: "escape", text: said }], end: from + taken };
}

interface Braced {
  readonly inner: readonly string[];
  readonly end: number;
}

/** The content of this number of arguments in braces; of all of them for `Infinity`. */
function argumentsAt(text: string, from: number, count: number, reach: Reach): Braced | undefined {
  const inner: string[] = [];
  let at = from;
  while (inner.length < count) {
    const end = text[at] === "{" ? reach.brace(at) : -1;
    if (end < 0 && count === Infinity && inner.length > 0) break;
    if (end < 0) return undefined;
    inner.push(text.slice(at + 1, end));
    at = end + 1;
  }
  return { inner, end: at };
}

function tokensOf(
  name: string,
  inner: readonly string[],
  options: string,
  parsed: Parsed,
): readonly InlineToken[] | undefined {
  const [first = ""] = inner;
  const last = inner.at(-1) ?? "";
  const phrase = PHRASES.get(name);
  if (phrase) return [{ type: phrase, tokens: parsed(last) }];
  if (name === "texttt" || name === "verb" || name === "lstinline")
    return [{ type: "codespan", text: unescaped(last) }];
  if (NOTES.has(name)) return [{ type: "inlineNote", tokens: parsed(last) }];
  if (name === "url" || name === "nolinkurl")
    return [{ type: "link", href: unescaped(first), tokens: [{ type: "escape", text: unescaped(first) }] }];
  const label = name === "hyperref" ? /^\[([^[\]]{1,200})\]$/.exec(options)?.[1] : undefined;
  if (label !== undefined) return [{ type: "link", href: `#${label.trim()}`, tokens: parsed(last) }];
  if (name === "href") return [{ type: "link", href: unescaped(first), tokens: parsed(last) }];
  if (name === "includegraphics") return [{ type: "image", href: first.trim(), tokens: [] }];
  if (CITES.test(name)) return [cited(inner.join(","), options)];
  // A block of which only one end is here.
  if (name === "begin") return [{ type: "sign", text: `‹${first}›` }];
  if (REFERENCES.has(name)) return [reference(name, first.trim())];
  if (name === "input" || name === "include" || name === "bibliography")
    return [{ type: "sign", text: `‹${first.trim()}›` }];
  if (PLAIN.has(name) || SEVERAL.has(name))
    return [{ type: "span", classes: [], tokens: parsed(name === "enquote" ? `“${last}”` : last) }];
  return UNSEEN.has(name) ? [] : undefined;
}

/** A formula, until `labels.ts` knows what has the label. */
function reference(command: string, label: string): InlineToken {
  const tex = `\\${command}{${label}}`;
  return { type: "math", text: tex, raw: tex };
}

/** `[see doe99; roe00, p. 3]`, as cited works are shown in Pandoc's form. */
function cited(keys: string, options: string): InlineToken {
  const places = Array.from(options.matchAll(/\[([^[\]]*)\]/g), ([, own = ""]) =>
    own.replaceAll("~", "\u00a0").trim(),
  );
  const [before, place] = places.length > 1 ? places : ["", places[0]];
  const all = keys.split(",").map((key) => key.trim());
  const shown = `${before ? `${before} ` : ""}${all.join("; ")}${place ? `, ${place}` : ""}`;
  return { type: "cite", tokens: [{ type: "text", text: `[${shown}]` }] };
}

function unescaped(text: string): string {
  return text.replace(/\\([%#&_~^{}$])/g, "$1").trim();
}

const GROUP = /\{\\([A-Za-z]{2,12})(?![A-Za-z])[ \t]{0,9}/y;

/** A group that begins with a command for all of its text: `{\bf words}`. */
export function texGroupAt(text: string, at: number, reach: Reach, parsed: Parsed): Found | undefined {
  const [written, name = ""] = matchAt(GROUP, text, at) ?? [];
  if (written === undefined || !ALONE.has(name)) return undefined;
  const end = reach.brace(at);
  if (end < 0) return undefined;
  const tokens = parsed(text.slice(at + written.length, end));
  const phrase = PHRASES.get(name);
  return {
    tokens: phrase ? [{ type: phrase, tokens }] : [{ type: "span", classes: [], tokens }],
    end: end + 1,
  };
}
