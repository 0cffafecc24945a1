/**
 * Converts MathML in HTML to TeX (MathML Core, and elements of MathML 3 that pages still use). If MathJax,
 * KaTeX or Pandoc added the original TeX, ibid uses that; otherwise it converts the elements one by one.
 */
import { BOUNDS } from "../../text/bounds.ts";
import { tableOf } from "../../text/own.ts";
import { plainText } from "../spelling.ts";
import { toInlines } from "../flow.ts";
import { contentElement } from "./content.ts";
import {
  ACCENTS,
  ENCLOSURES,
  escapedSign,
  escapedText,
  FENCES,
  LARGE,
  NAMES_WITH_LIMITS,
  VARIANTS,
} from "./signs.ts";
import { isBlankText, type Node } from "../nodes.ts";
import { largest } from "../../text/extremes.ts";

type Attributes = Readonly<Record<string, string>>;

/** An element of MathML as TeX; undefined for any other element. `isWithin`: whether it is in a formula. */
export function mathmlElement(
  name: string,
  nodes: readonly Node[],
  attributes: Attributes,
  isWithin: boolean,
): Node | undefined {
  const make = ELEMENTS[name];
  if (!make) return isWithin ? contentElement(name, nodes, attributes, texOf) : undefined;
  const parts = nodes.filter((node) => !isBlankText(node)).map(texOf);
  const all = parts.join(" ");
  // Identifiers in one another would escape the signs of the inner ones again at each level, and 1 kB would become 26 MB.
  return { type: "tex", tex: all.length > BOUNDS.formula.most ? all : make(parts, all, attributes) };
}

/** The TeX for the content of `<math>`: that of its annotation, and that of its elements if both are there. */
export function formulaOf(nodes: readonly Node[]): { readonly tex: string; readonly presented?: string } {
  const annotated = annotationIn(nodes)?.trim();
  const presented = nodes.map(texOf).join(" ").trim();
  if (annotated === undefined) return { tex: presented };
  return presented === "" ? { tex: annotated } : { tex: annotated, presented };
}

function annotationIn(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    if (node.type === "annotation" && node.isTex) return plainText(toInlines(node.nodes)).trim() || undefined;
    if (node.type === "semantics") {
      const inner = annotationIn(node.nodes);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

function texOf(node: Node): string {
  if (node.type === "tex") return node.tex;
  if (node.type === "annotation") return "";
  if (node.type === "semantics") return node.nodes.map(texOf).join(" ");
  return plainText(toInlines([node])).trim();
}

/** Converts an element: its children, its children joined by blanks, and its attributes. */
type Make = (parts: readonly string[], all: string, attributes: Attributes) => string;

const group = (tex = ""): string => `{${tex}}`;
const text: Make = (_, all) => `\\text{${escapedText(all)}}`;

const ELEMENTS = tableOf<Make>({
  mi: (_, all, attributes) => identifier(all, attributes),
  mn: (_, all, { mathvariant }) => inVariant(group(escapedSign(all)), mathvariant),
  mo: (_, all) => operator(all),
  mtext: text,
  ms: text,
  mspace: (_, __, { width, linebreak }) =>
    linebreak === "newline"
      ? "\\\\"
      : /^-?[\d.]{1,6}(?:em|ex|pt|px)$/.test(width ?? "")
        ? `\\hspace{${width}}`
        : "\\;",
  mrow: row,
  mstyle: row,
  mpadded: row,
  merror: row,
  maction: ([first]) => group(first),
  mphantom: (_, all) => `\\phantom{${all}}`,
  mfenced: fenced,
  msup: ([base, above]) => `${carrier(base)}^${group(above)}`,
  msub: ([base, below]) => `${carrier(base)}_${group(below)}`,
  msubsup: ([base, below, above]) => `${carrier(base)}_${group(below)}^${group(above)}`,
  mover: ([base, above]) => over(base, above),
  munder: ([base, below]) => under(base, below),
  munderover: ([base, below, above]) =>
    hasLimits(base)
      ? `${base}\\limits_${group(below)}^${group(above)}`
      : `\\overset${group(above)}{\\underset${group(below)}${group(base)}}`,
  mmultiscripts: multiscripts,
  mprescripts: () => PRESCRIPTS,
  none: () => "",
  mfrac: fraction,
  msqrt: (_, all) => `\\sqrt${group(all)}`,
  mroot: ([base, degree]) => `\\sqrt[${degree ?? ""}]${group(base)}`,
  menclose: (_, all, { notation = "longdiv" }) =>
    notation.split(/\s+/).reduce((inner, own) => (ENCLOSURES[own] ?? "{#}").replace("#", () => inner), all),
  mtable: table,
  mtr: (parts) => parts.join(" & "),
  mlabeledtr: ([label = "", ...parts]) => `${parts.join(" & ")} \\quad ${label}`,
  mtd: (_, all) => all,
});

function identifier(all: string, { mathvariant }: Attributes): string {
  if (Array.from(all).length <= 1) return inVariant(escapedSign(all), mathvariant);
  if (NAMES_WITH_LIMITS.has(all)) return `\\${all}`;
  return mathvariant === undefined
    ? `\\mathrm{${escapedSign(all)}}`
    : inVariant(escapedSign(all), mathvariant);
}

function inVariant(tex: string, variant: string | undefined): string {
  const command = VARIANTS[variant ?? ""];
  return command === undefined ? tex : `${command}{${tex}}`;
}

function operator(all: string): string {
  if (NAMES_WITH_LIMITS.has(all)) return `\\${all}`;
  return /^[a-z]{2,}$/i.test(all) ? `\\operatorname{${all}}` : escapedSign(all);
}

/** A row; brackets at both ends are stretched to the height of the content, and those around a fraction without a bar are a binomial's. */
function row(parts: readonly string[], all: string): string {
  const [first, last] = [parts[0] ?? "", parts.at(-1) ?? ""];
  const [, only = ""] = parts;
  if (first === "(" && last === ")" && parts.length === 3 && only.startsWith(STACKED))
    return `\\genfrac(){0pt}{}${only.slice(STACKED.length)}`;
  const isFenced = parts.length > 2 && FENCES.get(first) === last && !parts.slice(1, -1).includes(first);
  return isFenced ? `\\left${first} ${parts.slice(1, -1).join(" ")} \\right${last}` : group(all);
}

function fenced(
  parts: readonly string[],
  _: string,
  { open = "(", close = ")", separators = "," }: Attributes,
): string {
  const signs = Array.from(separators.replace(/\s/g, ""));
  const inner = parts.map((part, index) =>
    index === 0 ? part : `${escapedSign(signs[Math.min(index, signs.length) - 1] ?? "")} ${part}`,
  );
  const edge = (sign: string): string => (/^[()[\]{}|‖⟨⟩⌊⌋⌈⌉/]$/.test(sign) ? escapedSign(sign) : ".");
  return `\\left${edge(open)} ${inner.join(" ")} \\right${edge(close)}`;
}

/** Whether a base has limits above and below; a group around it would move them beside it. */
function hasLimits(base = ""): boolean {
  return LARGE.test(base) || NAMES_WITH_LIMITS.has(base.slice(1));
}

function carrier(base: string | undefined): string {
  return hasLimits(base) ? `${base}\\nolimits` : group(base);
}

function over(base: string | undefined, above: string | undefined): string {
  const accent = ACCENTS.over.get(above ?? "");
  if (accent) return (isLong(base) ? accent.long : accent.short) + group(base);
  return hasLimits(base) ? `${base}\\limits^${group(above)}` : `\\overset${group(above)}${group(base)}`;
}

function under(base: string | undefined, below: string | undefined): string {
  const accent = ACCENTS.under.get(below ?? "");
  if (accent !== undefined) return accent + group(base);
  if (/^\\(?:under|over)brace/.test(base ?? "")) return `${base}_${group(below)}`;
  return hasLimits(base) ? `${base}\\limits_${group(below)}` : `\\underset${group(below)}${group(base)}`;
}

/** Whether it is more than one letter or command. */
function isLong(base = ""): boolean {
  return Array.from(base.replace(/\\[a-zA-Z]+|[{}]/g, "x").replace(/x+/g, "x")).length > 1;
}

/** The separator between the scripts after a base and those before it. */
const PRESCRIPTS = "\\mprescripts";

function multiscripts([base, ...all]: readonly string[]): string {
  const at = all.indexOf(PRESCRIPTS);
  const scripts = (parts: readonly string[]): string =>
    parts
      .flatMap((own, index) => (own === "" ? [] : [`${index % 2 === 0 ? "_" : "^"}${group(own)}`]))
      .slice(0, 2)
      .join("");
  const behind = scripts(at < 0 ? all : all.slice(0, at));
  return at < 0 ? group(base) + behind : `{}${scripts(all.slice(at + 1))}${group(base)}${behind}`;
}

/** A fraction without a bar, without its parts. */
const STACKED = "\\genfrac{}{}{0pt}{}";

function fraction(
  [above, below]: readonly string[],
  _: string,
  { linethickness, bevelled }: Attributes,
): string {
  if (Number.parseFloat(linethickness ?? "1") === 0) return `${STACKED}${group(above)}${group(below)}`;
  return bevelled === "true" ? `${group(above)}/${group(below)}` : `\\frac${group(above)}${group(below)}`;
}

/** A table: aligned formulas if its columns alternate right and left, an array if other alignments are given, else a matrix. */
function table(rows: readonly string[], _: string, attributes: Attributes): string {
  const body = rows.join(" \\\\ ");
  const aligns = (attributes["columnalign"] ?? "")
    .split(/\s+/)
    .filter((own) => /^(?:left|right|center)$/.test(own));
  const lines = (attributes["columnlines"] ?? "")
    .split(/\s+/)
    .map((own) => own === "solid" || own === "dashed");
  const isRuled = lines.includes(true);
  if (aligns.length < 2 && aligns[0] !== "left" && !isRuled) return `\\begin{matrix}${body}\\end{matrix}`;
  if (aligns[0] === "right" && aligns[1] === "left" && !isRuled)
    return `\\begin{aligned}${body}\\end{aligned}`;
  const count = Math.min(
    MOST_COLUMNS,
    largest(
      rows.map((own) => own.split(" & ").length),
      1,
    ),
  );
  const columns = Array.from({ length: count }, (__, index) => {
    const align = aligns[Math.min(index, aligns.length - 1)]?.[0] ?? "c";
    return align + (index < count - 1 && lines[Math.min(index, lines.length - 1)] === true ? "|" : "");
  });
  return `\\begin{array}{${columns.join("")}}${body}\\end{array}`;
}

const MOST_COLUMNS = 100;
