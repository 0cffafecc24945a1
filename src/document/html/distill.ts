/**
 * Elements of Distill, which articles about machine learning use, with Jekyll's theme al-folio too (distill.pub, "Creating an Article").
 *
 *     <d-cite key="doe99,roe01"></d-cite>     <d-math>x^2</d-math>     <d-math block>x^2</d-math>     <d-footnote>A note.</d-footnote>
 */
import { visibleCode } from "../../text/visible.ts";
import { toInlines } from "../flow.ts";
import { shownText, text } from "../inlines.ts";
import type { Node } from "../nodes.ts";
import { plainText } from "../spelling.ts";
import type { Attributes } from "./elements.ts";

/** The works that an element cites, by their keys. */
export function worksCited(nodes: readonly Node[], attributes: Attributes): readonly Node[] {
  const keys = shownText(attributes["key"] ?? attributes["bibtex-key"] ?? "").trim();
  if (keys === "") return nodes;
  return [{ type: "reference", children: [text(`[${keys.replace(/,\s{0,9}/g, ", ")}]`)] }, ...nodes];
}

/** A formula, whose content is TeX. */
export function texElement(nodes: readonly Node[], attributes: Attributes): readonly Node[] {
  const tex = visibleCode(plainText(toInlines(nodes))).trim();
  return tex === "" ? [] : [{ type: attributes["block"] === undefined ? "inlineMath" : "math", tex }];
}
