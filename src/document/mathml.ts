/**
 * MathML in HTML as TeX (MathML Core), which is what the tree holds: the TeX that made it where that is written beside it, as
 * MathJax, KaTeX and Pandoc write it; else its elements, one by one.
 */
import { plainText } from "./document.ts";
import { toInlines } from "./flow.ts";
import type { Node } from "./nodes.ts";

/** An element of MathML, its content as TeX; undefined for what is no element of MathML. */
export function mathmlElement(name: string, nodes: readonly Node[]): Node | undefined {
  const make = ELEMENTS[name];
  if (!make) return undefined;
  const parts = nodes.filter((node) => node.type !== "text" || node.text.trim() !== "").map(texOf);
  return { type: "tex", tex: make(parts, parts.join(" ")) };
}

/** A formula of what stands in `<math>`. */
export function formulaOf(nodes: readonly Node[]): string {
  const annotated = annotationIn(nodes);
  return (annotated ?? nodes.map(texOf).join(" ")).trim();
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

/** Content of an element, part by part and as one. */
type Make = (parts: readonly string[], all: string) => string;

const group = (tex = ""): string => `{${tex}}`;
const row: Make = (_, all) => group(all);
const word = (all: string): string => (Array.from(all).length > 1 ? `\\mathrm{${all}}` : all);

const ELEMENTS: Readonly<Record<string, Make>> = {
  mi: (_, all) => word(all),
  mn: (_, all) => group(all),
  mo: (_, all) => (/^[a-z]{2,}$/i.test(all) ? `\\operatorname{${all}}` : escaped(all)),
  mtext: (_, all) => `\\text{${all}}`,
  ms: (_, all) => `\\text{${all}}`,
  mspace: () => "\\;",
  mrow: row,
  mstyle: row,
  mpadded: row,
  mphantom: (_, all) => `\\phantom{${all}}`,
  mfenced: (parts) => `\\left(${parts.join(",")}\\right)`,
  msup: ([base, above]) => `${group(base)}^${group(above)}`,
  msub: ([base, below]) => `${group(base)}_${group(below)}`,
  msubsup: ([base, below, above]) => `${group(base)}_${group(below)}^${group(above)}`,
  mover: ([base, above]) => `\\overset${group(above)}${group(base)}`,
  munder: ([base, below]) => `\\underset${group(below)}${group(base)}`,
  munderover: ([base, below, above]) => `\\overset${group(above)}{\\underset${group(below)}${group(base)}}`,
  mfrac: ([above, below]) => `\\frac${group(above)}${group(below)}`,
  msqrt: (_, all) => `\\sqrt${group(all)}`,
  mroot: ([base, degree]) => `\\sqrt[${degree ?? ""}]${group(base)}`,
  mtable: (parts) => `\\begin{matrix}${parts.join(" \\\\ ")}\\end{matrix}`,
  mtr: (parts) => parts.join(" & "),
  mtd: (_, all) => all,
};

/** Signs that mean something else in TeX. */
function escaped(sign: string): string {
  return sign.replace(/[{}%&#$_]/g, "\\$&");
}
