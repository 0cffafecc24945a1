/**
 * What is mathematics and what is money: Pandoc's rule for dollars ("Math"), LaTeX's brackets, GitHub's and GitLab's fences.
 */
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { formulasIn } from "../../src/document/walk.ts";

/** The formulas of a text; those that stand by themselves between two dollars. */
function formulas(markdown: string): string[] {
  return Array.from(formulasIn(parseDocument(markdown)), ({ tex, display }) =>
    display ? `$$${tex}$$` : tex,
  );
}

function types(markdown: string): Block["type"][] {
  return parseDocument(markdown).blocks.map(({ type }) => type);
}

describe("in a line", () => {
  test.each([
    ["a $x$ b", ["x"]],
    ["$a$, $b$ and ($c$)", ["a", "b", "c"]],
    ["the $n$th", ["n"]],
    ["$10^{-3}$s, the $2^{10}$th", ["10^{-3}", "2^{10}"]],
    ["$x_{i}^{*} y_{j}^{*}$", ["x_{i}^{*} y_{j}^{*}"]],
    ["$a * b * c$ and *d*", ["a * b * c"]],
    ["$x^2\\,dx \\\\ y$", ["x^2\\,dx \\\\ y"]],
    ["$\\{a\\}$", ["\\{a\\}"]],
    ["$a =\nb$", ["a =\nb"]],
    ["$a \\$ b_1$", ["a \\$ b_1"]],
    ["\\(x + y\\) and \\(n-1\\)", ["x + y", "n-1"]],
    ["\\\\(x_1\\\\) as Hugo has it", ["x_1"]],
    ["\\\\(x_1\\\\\\) with one backslash more, which Markdown drops", ["x_1"]],
    ["in \\[x^2\\] a line", ["x^2"]],
    ["in $$x^2$$ a line", ["x^2"]],
    ["$TP + FN$ and $f(x, yy)$", ["TP + FN", "f(x, yy)"]],
    ["where $::$ is consing, and $+$, too", ["::", "+"]],
    ["$y_i \\text{ when $i$ is even}$", ["y_i \\text{ when $i$ is even}"]],
    ["<p>$x^2$</p>", ["x^2"]],
    ["<p>Let $x_1 < y_1$ and $x_2$.</p>", ["x_1 < y_1", "x_2"]],
    ["<p>Let $x &lt; y$, $a \\& b$.</p>", ["x < y", "a \\& b"]],
    ["<table><tr><td>\\(x_1\\)</td><td>$5 and $6</td></tr></table>", ["x_1"]],
    ["<div><code>$x$</code></div>", []],
    ["$`a_b*c*`$", ["a_b*c*"]],
    ["$a \\label{sum}$, by \\eqref{sum}, and \\ref{sum}", ["a \\label{sum}", "\\eqref{sum}", "\\ref{sum}"]],
    ["| a |\n|---|\n| $x_1$ |", ["x_1"]],
    ["# Of $x$", ["x"]],
    ["A.[^1]\n\n[^1]: Of $x$.", ["x"]],
    ["$\\mathbb{E}[X](t)$, $[f](x) = 1$", ["\\mathbb{E}[X](t)", "[f](x) = 1"]],
    ["The sign $\\$$, ($\\$$)", ["\\$", "\\$"]],
    ["cost $\\$$6 and US$\\$$ and $5\\$$", []],
    ["$k[x](x)$ and $![n](k)$", ["k[x](x)", "![n](k)"]],
    ["[$5](a) and [$6](b) or [x$](c)", []],
    ["It is $a and [the site](page)$", []],
    ["| a | b |\n|---|---|\n| $|x|$ | ok |", ["|x|"]],
    ["| a | b |\n|---|---|\n| $P(A|B)$ | $\\{x | y\\}$ |", ["P(A|B)", "\\{x | y\\}"]],
    ["| $|x|$ | b |\n|---|---|\n| $5 | $6 |", ["|x|"]],
    ["| a | b |\n|---|---|\n| $\\|x\\|$ | `$` |", ["|x|"]],
    ["Let $a\n- b$ be.", ["a\n- b"]],
    ["Let $a_1\n+ a_2$ and $e\n> f$ be\nless.", ["a_1\n+ a_2", "e\n> f"]],
    ["text $$ x\n+ y $$ text", ["x\n+ y"]],
    ["T $x +\n- w$ ok", ["x +\n- w"]],
    ["T $(a\n- b)$", ["(a\n- b)"]],
    ["$a &lt; b$ and \\(a &gt; b\\)", ["a < b", "a > b"]],
    ["${ab}^2$, ${a_i}^2$ and ${x_i}_j$", ["{ab}^2", "{a_i}^2", "{x_i}_j"]],
    ["$)\\sqrt[n]{x}$ and $'$", [")\\sqrt[n]{x}", "'"]],
    ["of \\\\[y\\\\] and \\\\(y\\\\)", ["y", "y"]],
    [
      "For \\(\\alpha\\), \\(AB\\), \\(SO(3)\\), \\(kT\\) and \\(100\\), \\(an aside\\)",
      ["\\alpha", "AB", "SO(3)", "kT", "100"],
    ],
    ["\\(US\\) and \\(100\\)", []],
    ["{{< math >}} $\\frac{a}{b}$ {{< /math >}}", ["\\frac{a}{b}"]],
    ["{{< math >}}\nOf $x$ and $y$.\n{{< /math >}}", ["x", "y"]],
    ["{{< math >}}\nx_1\n{{< /math >}}", ["$$x_1$$"]],
    ["a <code>$this->$name</code> <kbd>US$5$</kbd> $x$", ["x"]],
    ["<p><code>$c_1$</code> <kbd>US$5$</kbd> $x$</p>", ["x"]],
    ["It costs $5\n- and more than 6$\n- or $7", []],
    ["$sin x$, $rank A$, $foo bar$", ["sin x", "rank A", "foo bar"]],
    ["about $\\sim$100, $\\pm$2", ["\\sim", "\\pm"]],
    ["10$\\times$10, 5$\\%$", ["\\times", "\\%"]],
    ["| a |\n|---|\n| $\\text{even} + \\text{odd} = $ |", ["\\text{even} + \\text{odd} = "]],
    ["T \\begin{align} a_1 &= b \\end{align} in", ["\\begin{align} a_1 &= b \\end{align}"]],
    ["\\(x \\le 2\\), \\[^a\\], \\[a-z\\]+, \\[1\\]", ["x \\le 2"]],
  ])("%j", (markdown, expected) => {
    expect(formulas(markdown)).toEqual(expected);
  });
});

test.each(["$! \\exists$", "$k$-means", "the $n$th", "$$x$$ here", "$5$ apples", "($k$)", "$x_{ab}$"])(
  "%s is one",
  (markdown) => {
    expect(formulas(markdown)).toHaveLength(1);
  },
);

describe("money, code and escapes are none", () => {
  test.each([
    "$5 and $6",
    "from $20 to 30$ a day",
    "it costs $5.",
    "US$ 5 and US$ 6",
    "a $ b $ c",
    "$5-$10",
    "\\$x\\$",
    "`$x$`",
    "\\[sic\\] and \\[1\\]",
    "\\(an aside\\)",
    "\\[text\\](/address)",
    "$x",
    "$$",
    "$",
    "$$$$",
    "between $100m and 200$ more",
    "[$TRUMP](https://a.example/wiki/$TRUMP)",
    "$HOME/bin:$PATH",
    "\\[I\\] think of \\[a\\] word",
    "\\[Editor's note: it has saved me $3k+ on bills = much\\]",
    "\\[_some random word_\\]",
    "$!$",
    "${HOME}/bin:$PATH",
    "$$ is the pid, echo $$ and $$.",
    "/^a$, b$/ and /x$/",
    "Excel $A$1:$B$2 and $A1+$B1",
    "$1-2$ok",
    "PHP $a = $b; $this->x and $that->y",
    "jQuery $(this) and $('a'), $.ajax",
    "$FOO_BAR and $BAZ_QUX",
    "Perl $_ and @_ and $_.",
    "rate 5 US$/h vs 6 US$/h today",
    "pay in $AUD or US$.",
    "y <- df$value[df$group == 1] and data$x$y",
    'y <- df$a[df$b == "c"], z$d',
    "In R, $y <- c(values$, then x",
    "the shell's $A$B and $CXX$FLAGS",
    "a$b$c",
    "between 5$-10$ or 5$–10$",
    'a "$" sign costs $10; a "$" sign',
    "$$5 and $$6 dollars",
    "export A=$B$C",
    "($0.09/GB), while the other is cheaper by far (0.04$)",
  ])("%j", (markdown) => {
    expect(formulas(markdown)).toEqual([]);
  });
});

describe("by itself", () => {
  test.each([
    ["$$\nE = mc^2\n$$", ["$$E = mc^2$$"], ["math"]],
    ["$$E = mc^2$$", ["$$E = mc^2$$"], ["math"]],
    ["$$ x = 1\n\ny = 2 $$", ["$$x = 1 \\\\\ny = 2$$"], ["math"]],
    ["$$ x = 1\n\nThe price was $$", [], ["paragraph", "paragraph"]],
    ["\\[ E = mc^2 \\]", ["$$E = mc^2$$"], ["math"]],
    ["\\[ f(x) \\]", ["$$f(x)$$"], ["math"]],
    ["\\[ x \\]", ["$$x$$"], ["math"]],
    ["\\[ 2 + 2 \\]", ["$$2 + 2$$"], ["math"]],
    ["\\[…\\]", [], ["paragraph"]],
    ["\\[sic\\]", [], ["paragraph"]],
    ["\\[1\\]", [], ["paragraph"]],
    ["$$a &lt; b$$", ["$$a < b$$"], ["math"]],
    ["\\\\[ E = mc^2 \\\\]", ["$$E = mc^2$$"], ["math"]],
    ["```math\nE = mc^2\n```", ["$$E = mc^2$$"], ["math"]],
    [
      "\\begin{align*}\na &= b \\\\\n&= c\n\\end{align*}",
      ["$$\\begin{align*}\na &= b \\\\\n&= c\n\\end{align*}$$"],
      ["math"],
    ],
    ["Text\n$$\nx\n$$\nmore", ["$$x$$"], ["paragraph", "math", "paragraph"]],
    ["Text\n\\[ x^2 \\]\nmore", ["$$x^2$$"], ["paragraph", "math", "paragraph"]],
    ["$$\na\n\n+ b_1\n$$", ["$$a\n\n+ b_1$$"], ["math"]],
    [
      "$$\\begin{aligned} a &= b \\\\\n\nc &= d \\end{aligned}$$",
      ["$$\\begin{aligned} a &= b \\\\\n\nc &= d \\end{aligned}$$"],
      ["math"],
    ],
    ["$$x$$ {#eq:one}", ["$$x$$"], ["math"]],
    ["$$x$$ (1)", ["$$x\\tag{1}$$"], ["math"]],
    ["$$x$$,", ["$$x$$"], ["math"]],
    ["- item\n\n  $$\n  x\n  $$", ["$$x$$"], ["list"]],
    ["> $$\n> x_1\n> $$", ["$$x_1$$"], ["blockQuote"]],
  ])("%j", (markdown, expected, blocks) => {
    expect(formulas(markdown)).toEqual(expected);
    expect(types(markdown)).toEqual(blocks);
  });

  test("a comment on its last line hides what closes it", () => {
    expect(types("$$x % y$$")).toEqual(["paragraph"]);
    expect(types("$$\nx % y\n$$")).toEqual(["math"]);
    expect(types("$$5 \\% y$$")).toEqual(["math"]);
  });

  test("what nothing closes, and what goes on over a blank line, is text", () => {
    expect(types("$$\nx\n\ny")).toEqual(["paragraph", "paragraph"]);
    expect(formulas("$$\nx\n\nwords of a text\n$$")).toEqual([]);
    expect(types("\\begin{align}\nx")).toEqual(["paragraph"]);
    expect(types("\\begin{itemize}\nx\n\\end{itemize}")).toEqual(["paragraph"]);
  });
});

test("a line of a formula does not begin a list, a paragraph of money before a list does", () => {
  expect(types("Let $a_1\n+ a_2$ and $e\n> f$ be\nless.\n\n- c")).toEqual(["paragraph", "list"]);
  expect(types("It costs $5\n- one $\n- two")).toEqual(["paragraph", "list"]);
  expect(types("In `$x_1`\n- one $")).toEqual(["paragraph", "list"]);
});

test("the bars of formulas do not cut the cells of a table", () => {
  const [table] = parseDocument("| a | b |\n|---|---|\n| $|x|$ | ok |\n| 1|2|3 |").blocks;
  const rows = table?.type === "table" ? table.rows.map((row) => row.map((cell) => plainText(cell))) : [];
  expect(rows).toEqual([
    ["|x|", "ok"],
    ["1", "2"],
  ]);
});

describe("a number behind a display", () => {
  test.each([
    ["$$x=1$$ (2)", "$$x=1\\tag{2}$$"],
    ["$$\nx=1\n$$ (2.3)", "$$x=1\\tag{2.3}$$"],
    ["\\[ x=1 \\] (A.1)", "$$x=1\\tag{A.1}$$"],
    ["$$\\begin{equation}x\\end{equation}$$ (4)", "$$\\begin{equation}x\\tag{4}\\end{equation}$$"],
    ["$$\\begin{aligned}x\\end{aligned}$$ (4)", "$$\\begin{aligned}x\\end{aligned}\\tag{4}$$"],
    ["$$x \\tag{1}$$ (1)", "$$x \\tag{1}$$"],
  ])("%j is its tag", (markdown, expected) => {
    expect(formulas(markdown)).toEqual([expected]);
  });
});

describe("MathML", () => {
  test.each([
    ["<math><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", ["x = \\frac{{1}}{{2}}"]],
    ['<math display="block"><msqrt><mi>x</mi></msqrt></math>', ["$$\\sqrt{x}$$"]],
    [
      '<math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">x_1^2</annotation></semantics></math>',
      ["x_1^2"],
    ],
    [
      "<math><msubsup><mo>∑</mo><mi>i</mi><mi>n</mi></msubsup><mi>sin</mi></math>",
      ["∑\\nolimits_{i}^{n} \\mathrm{sin}"],
    ],
    [
      "<math><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable></math>",
      ["\\begin{matrix}a & b\\end{matrix}"],
    ],
    [
      '<span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html" aria-hidden="true"><span>x</span></span></span>',
      ["x"],
    ],
    ["<math></math>", []],
    ['<math><mover accent="true"><mi>x</mi><mo>^</mo></mover></math>', ["\\hat{x}"]],
    ["<math><mover><mrow><mi>a</mi><mi>b</mi></mrow><mo>¯</mo></mover></math>", ["\\overline{{a b}}"]],
    ["<math><mover><mi>v</mi><mo>→</mo></mover></math>", ["\\vec{v}"]],
    ["<math><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover></math>", ["∑\\limits_{i}^{n}"]],
    ["<math><munder><mo>lim</mo><mi>n</mi></munder></math>", ["\\lim\\limits_{n}"]],
    [
      "<math><mtext>50% & {a_b} \\ ^</mtext></math>",
      ["\\text{50\\% \\& \\{a\\_b\\} \\textbackslash{} \\textasciicircum{}}"],
    ],
    ["<math><mfenced><mi>a</mi><mi>b</mi></mfenced></math>", ["\\left( a , b \\right)"]],
    [
      '<math><mfenced open="[" close="" separators=";|"><mi>a</mi><mi>b</mi><mi>c</mi></mfenced></math>',
      ["\\left[ a ; b | c \\right."],
    ],
    [
      "<math><mmultiscripts><mi>F</mi><mn>1</mn><none></none><mprescripts></mprescripts><mn>2</mn><none></none></mmultiscripts></math>",
      ["{}_{{2}}{F}_{{1}}"],
    ],
    [
      "<math><mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts></math>",
      ["{}_{{6}}^{{14}}{C}"],
    ],
    [
      '<math><mi mathvariant="double-struck">R</mi><mi mathvariant="bold">v</mi></math>',
      ["\\mathbb{R} \\mathbf{v}"],
    ],
    [
      '<math><mi>a</mi><mspace width="2em"></mspace><mpadded lspace="1em"><mi>b</mi></mpadded></math>',
      ["a \\hspace{2em} {b}"],
    ],
    ['<math><menclose notation="box"><mi>a</mi></menclose></math>', ["\\boxed{a}"]],
    ['<math><menclose notation="updiagonalstrike"><mi>a</mi></menclose></math>', ["\\cancel{a}"]],
    ['<math><menclose notation="longdiv"><mi>a</mi></menclose></math>', ["\\overline{) a}"]],
    ['<math><menclose notation="left"><mi>a</mi></menclose></math>', ["\\left| a \\right."]],
    ['<math><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac></math>', ["\\genfrac{}{}{0pt}{}{n}{k}"]],
    [
      '<math><mrow><mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow></math>',
      ["\\genfrac(){0pt}{}{n}{k}"],
    ],
    ["<math><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow></math>", ["\\left( x \\right)"]],
    ["<math><mi>f</mi><mo>&#x2061;</mo><mi>x</mi></math>", ["f  x"]],
    [
      '<math><mtable columnalign="left right" columnlines="solid"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable></math>',
      ["\\begin{array}{l|r}a & b\\end{array}"],
    ],
    [
      '<math><mtable columnalign="right left"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable></math>',
      ["\\begin{aligned}a & b\\end{aligned}"],
    ],
  ])("%s", (html, expected) => {
    expect(formulas(html)).toEqual(expected);
  });

  test("its annotation keeps its backslashes and its underscores", () => {
    const html =
      '<math><semantics><mi>a</mi><annotation encoding="application/x-tex">\\begin{aligned}a_1 \\\\ b_1*c*\\end{aligned}</annotation></semantics></math>';
    expect(formulas(`Of ${html} here`)).toEqual(["\\begin{aligned}a_1 \\\\ b_1*c*\\end{aligned}"]);
  });

  test("what stands in a line stays in it", () => {
    expect(types("Of <math><mi>x</mi></math> and more.")).toEqual(["paragraph"]);
  });
});
