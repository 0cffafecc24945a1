/**
 * Theorems as LaTeX writes them, and references to them.
 */
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
import { openEssay } from "../../src/document/open-essay.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { texOf } from "../../src/formats/mathematics.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { gistOf } from "../../src/library/check/gist.ts";

function page(text: string): string[] {
  const { document } = openEssay({ text, problems: [] }, "a.md", "/a.md");
  const options = {
    width: 60,
    notes: "inline",
    marks: "superscript",
    wrap: "even",
    tools: { tex: texOf },
  } as const;
  return layoutDocument(document, options, {}).map(({ spans }) =>
    spans
      .map((own) => own.text)
      .join("")
      .trimEnd(),
  );
}

const theorem = (inner: string, name = "theorem"): string => `\\begin{${name}}${inner}\\end{${name}}\n`;

describe("a theorem", () => {
  test("has its name, and holds Markdown", () => {
    expect(page(theorem("[Pythagoras]\nIn a *right* triangle $a^2+b^2=c^2$.\n\n- one\n- two\n"))).toEqual([
      "┃ Theorem (Pythagoras).",
      "┃",
      "┃ In a right triangle a² + b² = c².",
      "┃",
      "┃ • one",
      "┃ • two",
    ]);
  });

  test("may be indented, begin on its first line, and follow a line of text", () => {
    expect(page(`Text.\n${theorem("\n    Indented.\n    More.\n", "lemma")}`)).toEqual([
      "Text.",
      "",
      "┃ Lemma.",
      "┃",
      "┃ Indented. More.",
    ]);
    expect(page(theorem(" At once.", "cor"))[0]).toBe("┃ Corollary.");
  });

  test("is numbered where it has a label, which references find before it and behind", () => {
    const text = `See \\ref{t}.\n\n${theorem("\\label{s} A.")}\n${theorem("[B] \\label{t}\nB.")}\nBy \\ref{s} and \\eqref{t}.\n`;
    expect(page(text).filter((line) => /\d/.test(line))).toEqual([
      "See 2.",
      "┃ Theorem 1.",
      "┃ Theorem 2 (B).",
      "By 1 and (2).",
    ]);
  });

  test("that is a proof ends with a tombstone, and has its name alone", () => {
    expect(page(theorem("\nEasy.\n", "proof"))).toEqual(["┃ Proof.", "┃", "┃ Easy. ∎"]);
    expect(page(theorem("[of the lemma]\n- a\n", "proof"))).toEqual([
      "┃ of the lemma.",
      "┃",
      "┃ • a",
      "┃",
      "┃ ∎",
    ]);
  });

  test("of Pandoc and Quarto is one, too", () => {
    expect(page("::: {.theorem}\nA.\n:::\n")[0]).toBe("┃ Theorem.");
    expect(page("::: {#lem-x}\n## Line\nA.\n:::\n")[0]).toBe("┃ Lemma (Line).");
  });

  test("is none without an end, and none of another name", () => {
    const types = (text: string): Block["type"][] => parseDocument(text).blocks.map(({ type }) => type);
    expect(types("\\begin{theorem}\nText.\n")).toEqual(["paragraph"]);
    expect(types(theorem("\nText.\n", "itemize"))).toEqual(["paragraph"]);
  });

  test("is known to the check of references", () => {
    const open = openEssay({ text: theorem("\\label{thm:x} A."), problems: [] }, "a.md", "/a.md");
    expect(gistOf(open).named).toContain("thm:x");
  });
});

describe("commands are defined", () => {
  test("on lines of their own, which show nothing", () => {
    expect(page("\\newcommand{\\R}{\\mathbb{R}}\n\\def\\x#1{#1^2} % a comment\n\n$\\x{\\R}$")).toEqual([
      "ℝ²",
    ]);
  });

  test.each([
    ["by KaTeX's names", 'katex:\n  macros:\n    "\\\\R": "\\\\mathbb{R}"'],
    ["without backslashes", "macros: { R: '\\mathbb{R}' }"],
    ["with a count", "mathjax: { tex: { macros: { R: ['\\mathbb{R}', 0] } } }"],
    ["by Pandoc's header", "header-includes:\n  - \\newcommand{\\R}{\\mathbb{R}}"],
    ["by a text of several lines", "latex_macros: |\n  \\newcommand{\\R}{\\mathbb{R}}\n  words"],
  ])("in front matter %s", (_, matter) => {
    expect(page(`---\n${matter}\n---\n\nIn $\\R$.`)).toEqual(["In ℝ."]);
  });

  test("in front matter with arguments", () => {
    expect(page("---\nmacros: { ip: '\\langle #1, #2 \\rangle' }\n---\n\n$\\ip{a}{b}$")).toEqual(["⟨a, b⟩"]);
  });

  test("by no other keys", () => {
    expect(page("---\nauthor: { R: '\\mathbb{R}' }\n---\n\n$\\R$ $\\zzz$")).toEqual(["ℝ $\\zzz$"]);
  });
});

describe("TeX's text within a theorem", () => {
  test("is emphasis, strong text and blanks that do not break", () => {
    const [own] = parseDocument(
      "\\begin{theorem}\nLet \\emph{all $x_{i}$ be} \\textbf{so}, see Lemma~2, `a~b`.\n\\end{theorem}",
    ).blocks;
    const [paragraph] = own?.type === "callout" ? own.children : [];
    const inlines = paragraph?.type === "paragraph" ? paragraph.children : [];
    expect(inlines.map(({ type }) => type)).toEqual([
      "text",
      "emphasis",
      "text",
      "strong",
      "text",
      "codeSpan",
      "text",
    ]);
    expect(plainText(inlines)).toBe("Let all x_{i} be so, see Lemma\u00a02, a~b.");
  });

  test("is left alone if its braces do not match", () => {
    const [own] = parseDocument("\\begin{remark}\nLet \\emph{this be.\n\\end{remark}").blocks;
    expect(JSON.stringify(own)).toContain("emph{this be.");
  });

  test.each(["Done. \\qed", "Done. ■", "Done. □", "Done. $\\blacksquare$", "Done."])(
    "%s has one tombstone",
    (text) => {
      const [own] = parseDocument(`\\begin{proof}\n${text}\n\\end{proof}`).blocks;
      expect(JSON.stringify(own).match(/[∎■□]|blacksquare|qed/g)).toHaveLength(1);
    },
  );
});
