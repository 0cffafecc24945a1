/**
 * Mathematics in every format: the screen and the pipe, HTML, speech, JSON, and what is copied.
 */
import { expect, test } from "vitest";
import { layoutDocument } from "../../src/layout/layout.ts";
import { lineText } from "../../src/layout/line.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { mathematicsOf, texOf } from "../../src/formats/mathematics.ts";
import { spokenBlocks } from "../../src/formats/speech.ts";
import { width } from "../../src/text/width.ts";
import { run } from "../support/io.ts";

const MARKDOWN = "Of $x^2 + 1$.\n\n$$\n\\frac{a}{b}\n$$\n\nBroken $\\frac{a$.\n";

async function shown(format: string, input = MARKDOWN): Promise<string> {
  const { out, code } = await run(["show", "-", "-f", format], {
    input,
    env: { IBID_CACHE: "", IBID_STATE: "", IBID_CONFIG: "" },
  });
  expect(code).toBe(0);
  return out;
}

test("as text, centred where there is a width", async () => {
  expect(await shown("text")).toBe("Of x² + 1.\n\n    a\n    ─\n    b\n\nBroken $\\frac{a$.\n");
  const lines = layoutDocument(parseDocument("$$\\frac{a}{b}$$"), {
    width: 21,
    notes: "inline",
    marks: "superscript",
    tools: { tex: texOf },
  });
  expect(lines.map(lineText)).toEqual([`${" ".repeat(10)}a`, `${" ".repeat(10)}─`, `${" ".repeat(10)}b`]);
});

test("as MathML, which holds the TeX; as TeX where it does not parse", async () => {
  const html = await shown("html");
  expect(html).toContain("<msup><mi>x</mi><mn>2</mn></msup>");
  expect(html).toContain('<div class="math"><math');
  expect(html).toContain('<annotation encoding="application/x-tex">x^2 + 1</annotation>');
  expect(html).toContain('<code class="tex">\\frac{a</code>');
});

test("MathML whose TeX does not parse is shown by its elements", async () => {
  const math = (tex: string): string =>
    `<math><semantics><mrow><mi>ℝ</mi><mo>+</mo><mi>y</mi></mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;
  const input = `${math("\\own +")} and ${math("\\frac{")} and ${math("a + y")}.\n`;
  expect(await shown("text", input)).toBe("ℝ + y and ℝ + y and a + y.\n");
  expect(await shown("html", input)).not.toContain('<code class="tex">');
});

test("the numbers and tags of rows are in the MathML, and a tag leaves the numbers of other rows alone", async () => {
  const rows = "\\begin{align}a &= b \\tag{*} \\\\ c &= d \\label{c} \\\\ e &= f \\nonumber\\end{align}";
  const input = `${rows}\n\nBy \\eqref{c}.\n`;
  const html = await shown("html", input);
  const cells = Array.from(html.matchAll(/<mtext>(\([^<]*\))<\/mtext>/g), ([, tag]) => tag);
  expect(cells).toEqual(["(*)", "(1)", "(1)"]);
  expect(html).toContain("c &amp;= d \\label{c}");
  expect(await shown("text", input)).toMatch(/c = d +\(1\)\n[^]*By \(1\)\./);
  const equation = await shown("html", "\\begin{equation}x\\tag{<}\\end{equation}\n");
  expect(equation).toContain("<mtext>(&lt;)</mtext>");
});

test("a title has MathML, even if only the title has a formula", async () => {
  const html = await shown("html", "---\ntitle: On $x^2$\n---\n\nText.\n");
  expect(html).toContain("<title>On x²</title>");
  expect(html).toMatch(/<h1 dir="auto">On <math[^]*<msup>[^]*<\/math><\/h1>/);
  expect(await shown("html", "---\ntitle: On $x$ and $\\foo$\n---\n\nText.\n")).toContain(
    ">On x and $\\foo$</h1>",
  );
});

test("a command keeps the meaning that it had when another took it over", async () => {
  const input = "$\\let\\old\\phi\\renewcommand{\\phi}{\\varphi}\\phi\\old$ and $\\old \\phi$\n";
  expect(await shown("text", input)).toBe("φϕ and ϕφ\n");
  expect(await shown("html", input)).toMatch(/<mi>φ<\/mi><mi>ϕ<\/mi>[^]*<mi>ϕ<\/mi><mi>φ<\/mi>/);
});

test("in words where it is short", async () => {
  const speech = await shown("speech");
  expect(speech).toContain("Of x squared plus 1.");
  expect(speech).toContain("Formula: a over b.");
  expect(speech).toContain("Broken formula.");
  expect(await shown("speech", `$$${"a + b + c + d + ".repeat(9)}e$$\n`)).toContain("A formula is left out.");
});

test("JSON, jsonl and Markdown carry the TeX", async () => {
  const { essays } = JSON.parse(await shown("json")) as {
    essays: { blocks: { type: string; text: string }[] }[];
  };
  expect(essays[0]!.blocks.slice(0, 2)).toMatchObject([
    { type: "paragraph", text: "Of $x^2 + 1$." },
    { type: "math", text: "\\frac{a}{b}" },
  ]);
  expect(await shown("jsonl")).toContain('"text":"\\\\frac{a}{b}"');
  expect(await shown("markdown")).toBe(MARKDOWN);
});

test("a macro that one formula defines is known to the others, and to a note that is shown before", () => {
  const document = parseDocument(
    "A.[^1]\n\n$$\\newcommand{\\R}{\\mathbb{R}} x \\in \\R$$\n\n[^1]: Of $\\R$.\n",
  );
  const lines = layoutDocument(document, {
    width: 40,
    notes: "inline",
    marks: "superscript",
    tools: { tex: texOf },
  });
  expect(lines.map(lineText).join("\n")).toContain("Of ℝ.");
});

test("a line ends in a formula after a relation or an operator, and is no wider than asked", () => {
  const document = parseDocument(
    "The sum is $aaaa + bbbb + cccc = dddd + eeee + ffff$ and no more than that.",
  );
  for (let columns = 20; columns < 80; columns++) {
    const lines = layoutDocument(document, {
      width: columns,
      notes: "inline",
      marks: "superscript",
      tools: { tex: texOf },
    }).map((line) => lineText(line));
    for (const line of lines) {
      expect(width(line)).toBeLessThanOrEqual(columns);
      expect(line).not.toMatch(/^[+=]/);
    }
  }
});

test("words in \\text and TeX's names are found", async () => {
  const { temporaryLibrary } = await import("../support/library.ts");
  const root = temporaryLibrary({
    "a.md": "# A\n\n$$x = 1 \\text{ whenever feasible}$$\n",
    "b.md": "# B\n\nOf $\\alpha$.\n",
  });
  const env = { IBID_CACHE: "", IBID_STATE: "", IBID_CONFIG: "", IBID_DIR: root };
  expect((await run(["search", "feasible", "-f", "tsv"], { env })).out).toContain("a");
  expect((await run(["search", "alpha", "-f", "tsv"], { env })).out).toContain("b");
});

test("what is labelled is numbered, and references say its number, before it too", () => {
  const markdown =
    "By \\eqref{b}.\n\n$$a = 1 \\label{a}$$\n\n$$x = 0$$\n\n\\begin{align}\nb &= 2 \\label{b} \\\\\nc &= 3 \\label{c}\n\\end{align}\n\nBy \\eqref{a} and \\ref{c}.\n";
  const options = { width: 40, notes: "inline", marks: "superscript", tools: { tex: texOf } } as const;
  const lines = layoutDocument(parseDocument(markdown), options).map((line) => lineText(line).trim());
  expect(lines[0]).toBe("By (2).");
  expect(lines[2]).toMatch(/^a = 1 +\(1\)$/);
  expect(lines[4]).toBe("x = 0");
  expect(lines[6]).toMatch(/^b = 2 +\(2\)$/);
  expect(lines[7]).toMatch(/^c = 3 +\(3\)$/);
  expect(lines[9]).toBe("By (1) and 3.");
});

test("formulas in the cells of a table are read, as those in text", () => {
  const document = parseDocument("| $x^2$ | b |\n|--|--|\n| $\\alpha$ | c |\n");
  expect(spokenBlocks(document, mathematicsOf(document)).flat()).toContain("x squared: alpha. b: c");
});

test("a display within a paragraph may have a tag or an environment", async () => {
  const input = "So $$x = 1 \\tag{7}$$ and $$\\begin{align}a &= b\\end{align}$$ here.\n";
  expect(await shown("text", input)).toBe("So x = 1 (7) and a = b here.\n");
  const html = await shown("html", input);
  expect(html).toContain("<mtext>(7)</mtext>");
  expect(html).not.toContain('class="tex"');
  expect(html).not.toContain('display="block"');
});
