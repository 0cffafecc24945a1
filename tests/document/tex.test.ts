/**
 * LaTeX's text commands and environments in Markdown, as Pandoc reads them from LaTeX.
 */
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { page, taggedPage } from "../support/page.ts";

describe("commands within a line", () => {
  test.each([
    [
      "\\textbf{a *b* \\emph{c}} {\\bf d} {\\small e}",
      "<strong>a <emphasis>b</emphasis> <emphasis>c</emphasis></strong> <strong>d</strong> e",
    ],
    ["\\texttt{a\\_b} \\verb|c_d|", "<code>a_b</code> <code>c_d</code>"],
    ["\\url{https://e.org/a_b} \\href{/c}{words}", "<link>https://e.org/a_b</link> <link>words</link>"],
    ["\\citep[p.~3]{a99, b00} \\cite{c}", "<quiet>[a99; b00, p.\u00a03]</quiet> <quiet>[c]</quiet>"],
    ["\\LaTeX{} and \\TeX. A\\ldots{}", "LaTeX and TeX. A…"],
    ["\\noindent Text \\vspace{1cm}\\label{x}", "Text"],
    ["\\textcolor{red}{words} \\enquote{said}", "words “said”"],
    [
      "\\cites{a}{b} \\citep[see][p.~3]{c} \\gls{api}",
      "<quiet>[a; b]</quiet> <quiet>[see c, p.\u00a03]</quiet> api",
    ],
    ["\\input{a.tex} \\begin{any} b \\end{any}", "<quiet>‹a.tex›</quiet> <quiet>‹any›</quiet> b"],
    ["p.\\ 3, a\\ b, Figure~\\cref{x}", "p.\u00a03, a\u00a0b, Figure\u00a0<quiet>‹x›</quiet>"],
  ])("%s", (markdown, expected) =>
    expect(taggedPage(markdown).map((line) => line.trimEnd())).toEqual([expected]),
  );

  test("a footnote is a note", () => {
    expect(page("Text\\footnote{A \\emph{note} `{`.} on.")).toEqual(["Text[1] on.", "", "    [1] A note {."]);
  });

  // Patterns of a search, paths of Windows, code, and what is not closed.
  test.each([
    "\\d{3} and \\w{2,}",
    "C:\\small\\it",
    "C:\\ and ~/My\\ Documents",
    "\\textbf{a",
    "\\anything{a}",
    "a\\",
  ])("%s stays as written", (markdown) => expect(page(markdown)).toEqual([markdown]));

  test("braces that are nested without end take no time", () => {
    expect(page("\\emph{".repeat(20_000))).toHaveLength(1);
    expect(page("\\emph{".repeat(2_000) + "}".repeat(2_000))[0]).toContain("emph");
  });
});

describe("environments", () => {
  const env = (name: string, content: string, options = ""): string =>
    `\\begin{${name}}${options}\n${content}\n\\end{${name}}\n`;

  test.each([
    ["a quotation", env("quote", "  A *b*.\n\n  C."), ["│ A b.", "│", "│ C."]],
    [
      "a list in a list",
      env("itemize", `\\item One\n  ${env("enumerate", "    \\item a\n    \\item b")}\n\\item Two`),
      ["• One", "  1. a", "  2. b", "• Two"],
    ],
    ["descriptions", env("description", "\\item[Bell] It rings."), ["Bell", "    It rings."]],
    ["code", env("lstlisting", "if a:\n    b", "[language=Python]"), ["    if a:", "        b"]],
    ["only a look", env("center", "A \\emph{b}"), ["A b"]],
    [
      "a figure",
      env(
        "figure",
        "\\centering\n\\includegraphics[width=1cm]{a/b.png}\n\\caption{The \\emph{bell}.}\n\\label{f}",
        "[ht]",
      ),
      ["▣ b.png", "  The bell."],
    ],
    [
      "a table",
      env(
        "tabular",
        "\\toprule\nBell & Weight \\\\\n\\midrule\na \\& b & 2 kg \\\\\n\\bottomrule",
        "{l|r@{ }p{3cm}}",
      ),
      ["Bell   Weight", "─────  ──────", "a & b    2 kg"],
    ],
    ["an unknown one", env("any", "A *b*.", "[Some words]"), ["‹any› Some words", "", "A b."]],
    ["a list without items", env("itemize", "Text."), ["Text."]],
    ["one that is hidden", `A.\n\n${env("comment", "B.")}`, ["A."]],
    ["one that never ends", "\\begin{quote}\nA.\n", ["‹quote› A."]],
  ])("%s", (_, markdown, expected) => expect(page(markdown)).toEqual(expected));

  test("sections are headings", () => {
    const { blocks } = parseDocument("\\section{A \\emph{b}}\\label{s}\nText.\n\n\\subsection*{C}\n");
    expect(blocks.map((block) => (block.type === "heading" ? block.depth : block.type))).toEqual([
      2,
      "paragraph",
      3,
    ]);
  });

  test("formulas in an unknown one are shown as their source", () => {
    expect(taggedPage(env("anyeq", "a &= \\frac{1}{2}"))[1]).toBe(
      "<mathSource>a &= \\frac{1}{2}</mathSource>",
    );
  });
});
