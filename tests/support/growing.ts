/**
 * Texts that attack what reads them, each of about a given length in UTF-16 code units.
 */

type Growing = (length: number) => string;

const repeated =
  (piece: string): Growing =>
  (length) =>
    piece.repeat(Math.max(1, Math.floor(length / piece.length)));

/** `each` for 0, 1, 2 and so on, so many of them that they are about as long. */
const numbered =
  (size: number, each: (nth: number) => string, between = "\n"): Growing =>
  (length) =>
    Array.from({ length: Math.max(1, Math.floor(length / size)) }, (_, nth) => each(nth)).join(between);

/** A triangle: each line one step deeper than the one above. */
const deeper =
  (step: string, last: string): Growing =>
  (length) =>
    Array.from({ length: Math.floor(Math.sqrt(length)) }, (_, nth) => step.repeat(nth) + last).join("\n");

const PIECES = [
  '* *a _ _a ~ ` [ ] [a ![ [a](b)_ [a]( [a](<b ^[ ^[a]_ [^1] < <a_ <!-- <? <!A <![CDATA[ {{ {% & &amp; \\ > - # | : @ a@ a@b.c_ a._ http:// www. http://a.b/c_ [[ [[a|b {#a} {: .a} {>>a ++ctrl+ [@a1; \\emph{ {\\bf_ \\footnote{a} <%_ <<a>> [a_b="c"] [/a]',
  '<div> <b> <b>a</b> <p>a <td> <aside>a</aside> <script> <style> <pre> </div> <!---> <a\u0020b="',
  "a**b a_b **a_ *_~`[!<{& ‮a a\u0301\u0302 👨‍👩‍👧 世界 ก \u200b",
]
  .join(" ")
  .split(" ")
  .map((piece) => piece.replaceAll("_", " "));

const LINES = [
  "> a\n",
  "- a\n",
  "1. a\n",
  "# h\ntext\n",
  "a\n-\n",
  "a\n",
  "a\n\n",
  "a  \n",
  "a\\\n",
  "    a\n",
  "```\n",
  "```\na\n```\n",
  "---\n",
  "|a|\n|-|\n|b|\n\n",
  "|a|b|\n",
  "<div>\n",
  "<div>a</div>\n\n",
  "<div>a</div>\n- a\n",
  "|-+-|\n|a|\n",
  "\\begin{quote}\na\n",
  "\\begin{itemize}\n\\item a\n\\end{itemize}\n",
  "<details>\n\n",
  "[a]: b\n",
  "[^a]: b\n",
  " \n",
  "\t\n",
  "a\r\n\r\n",
  "- [ ] a\n",
  "a\n|-|-|\n",
  ": a\n",
  "*[a]: b\n",
  "(@) a\n\n",
  "/// note\n",
  "{% highlight a %}\n",
  "{{< a >}}\n",
  "{{< a >}}b{{< /a >}}\n",
  "{% note %}\n\n",
  ":::a\n",
  "| a\n",
  "%% a\n\n",
  "\\[a\\]\n",
  "$$\na\n$$\n",
  "$a$ ",
  "$",
  "$\n$ a",
  "$$ a",
  "$`$`",
  "\\\\( ",
  "\\[a\n",
  "\\[ a_1 \\]\n",
  "\\begin{align}\n",
  "\\begin{theorem}\n",
  "\\begin{proof}a\\end{proof}\n",
  "\\newcommand{\\a}{a}\n",
  "\\newcommand{\\a}{a} % ",
  "\\ref{a} ",
  "$\\frac",
  "- $a$\n",
  "```math\na\n```\n",
  "<math><mi>a</mi></math> ",
  "<mfrac>",
  "![[a]]\n\n",
  ":a: ",
  "<figure>",
  "<option>",
  "[a][b] ",
  "## a\n\n",
];

/** Bodies of essays. */
export const BODIES: ReadonlyMap<string, Growing> = new Map<string, Growing>([
  ...[...PIECES, ...LINES].map((piece) => [JSON.stringify(piece), repeated(piece)] as const),
  ["one word", repeated("a")],
  ["definition lists in one another", repeated("<dl><dt>a<dd>b")],
  ["ruby in one another", repeated("<ruby>a<rt>b")],
  ["figures in one another", repeated("<figure><img src=a>")],
  ["style sheets in blocks", repeated("<div>\n<style>\n\n")],
  ["comments in blocks", repeated("<div>\n<!--\n\n")],
  ["asides in one another", repeated("<aside>a<b>")],
  ["blanks within", (length) => `a${" ".repeat(length)}b`],
  ["deeper quotations", deeper("> ", "a")],
  ["deeper lists", deeper("  ", "- a")],
  [
    "runs of backticks, each longer",
    (length) =>
      Array.from({ length: Math.floor(Math.sqrt(2 * length)) }, (_, nth) => "`".repeat(nth + 1)).join(" "),
  ],
  [
    "a table of many columns",
    (length) => ["a|", "-|", "b|"].map((cell) => `|${cell.repeat(length / 6)}`).join("\n"),
  ],
  ["a table of many rows", (length) => `|a|b|\n|-|-|\n${"|c|d|\n".repeat(length / 6)}`],
  [
    "a table of records with a note in each cell",
    (length) => {
      const columns = 20;
      const rows = Math.max(1, Math.floor(length / (columns * 18)));
      const cells = Array.from({ length: rows * columns }, (_, nth) => nth);
      const row = (nth: number): string =>
        cells
          .slice(nth * columns, (nth + 1) * columns)
          .map((cell) => `|[^${cell}]`)
          .join("");
      const table = Array.from({ length: rows }, (_, nth) => row(nth)).join("\n");
      return `${"|a".repeat(columns)}\n${"|-".repeat(columns)}\n${table}\n\n${cells.map((cell) => `[^${cell}]: b`).join("\n")}\n`;
    },
  ],
  ["rows of a grid", (length) => `+---+---+\n${"| a | b |\n+---+---+\n".repeat(length / 20)}`],
  ["grids that never end", repeated("+---+---+\n| a | b |\n\n")],
  ["ruled columns", repeated("a   b\n--- ---\n\n")],
  ["ruled rows without an end", (length) => `--- ---\n${"a   b\n\n".repeat(length / 7)}`],
  ["rules of columns", repeated("--- ---\na   b\n\n\n")],
  ["a list of letters", (length) => `a) x\n${"b) y\n".repeat(length / 5)}`],
  ["letters that begin no list", repeated("a) x\n\n   a) y\n    z\n\n")],
  ["logbooks that never end", repeated(":LOGBOOK:\n\n")],
  ["blocks of Org's that never end", repeated("#+BEGIN_NOTE\n\n")],
  ["references to blocks", repeated("((6399a6c8-8d5c-4e09-8bd4-1a2b3c4d5e6f)) ")],
  ["properties of blocks", (length) => `- a\n${"  id:: b\n".repeat(length / 9)}`],
  ["tabs by their beginnings", (length) => `::: tabs\n${"@tab a\nb\n".repeat(length / 9)}:::`],
  ["references to headings", (length) => `# A\n\n${"[a][] [b][a] ".repeat(length / 13)}`],
  ["definitions", numbered(12, (nth) => `[a${nth}]: /b${nth}`)],
  [
    "references",
    (length) =>
      `${numbered(24, (nth) => `[a${nth}]`, " ")(length)}\n\n${numbered(24, (nth) => `[a${nth}]: /b${nth}`)(length)}`,
  ],
  ["links, each to another place", numbered(14, (nth) => `[a](/b${nth})`, " ")],
  ["citations without notes", numbered(8, (nth) => `[^x${nth}]`, " ")],
  [
    "footnotes",
    (length) =>
      `${numbered(24, (nth) => `a[^${nth}]`, " ")(length)}\n\n${numbered(24, (nth) => `[^${nth}]: note`)(length)}`,
  ],
  [
    "footnotes in a chain",
    (length) => `a[^0]\n\n${numbered(24, (nth) => `[^${nth}]: note [^${nth + 1}]`)(length)}`,
  ],
  [
    "formulas whose macros make much",
    (length) =>
      `$\\gdef\\a#1{${"#1".repeat(30)}}\\gdef\\b{\\a{\\a{\\a{x}}}}$\n\n${numbered(10, (nth) => `$\\b_{${nth}}$`)(length)}`,
  ],
  [
    "matrices of many columns and many rows",
    numbered(
      1_000,
      (nth) => `$$\\begin{matrix}${"1&".repeat(100)}${"1\\\\".repeat(200)}${nth}\\end{matrix}$$\n`,
    ),
  ],
  ["marks of two classes", (length) => `a${"\u0301".repeat(length / 2)}${"\u0323".repeat(length / 2)}`],
  ["marks of two classes, in turn", repeated("\u0301\uff9e")],
  ["marks of two classes in a script of its own", (length) => `क${"\u0951\u093c".repeat(length / 2)}`],
  [
    "a cell that repeats itself",
    (length) => {
      const part = "a".repeat(length / 4);
      return `|h|h|\n|-|-|\n|${part} $x$\\|${part}|${part}${part}|\n`;
    },
  ],
  [
    "an address that repeats itself",
    (length) =>
      `${"a".repeat(length / 2)}\n\n[b](${"a".repeat(length / 8)}&#98;${"a".repeat(length / 8)})\n\n${"a".repeat(length / 4)}`,
  ],
  ["an item of many lines", (length) => `- a\n${"a\n".repeat(length / 2)} :::note`],
  ["verse without words", (length) => `${"|\n".repeat(length / 4)}${"b) c\n\n".repeat(length / 12)}`],
  ["items whose words are not in the source", repeated("- &#98;c\n")],
  [
    "items with notes",
    (length) =>
      `${numbered(28, (nth) => `- w${nth} [^${nth}]`)(length)}\n\n${numbered(28, (nth) => `[^${nth}]: v${nth}`)(length)}`,
  ],
  ["emphasis within emphasis", (length) => "*".repeat(length / 2) + "a" + "*".repeat(length / 2)],
  ["an address of parentheses", (length) => `http://a.b/${"(".repeat(length)}`],
  ["an underline", (length) => `a\n${"=".repeat(length)}`],
  [
    "spans",
    (length) => `<table>${"<tr><td rowspan=100 colspan=100>a</td></tr>".repeat(length / 44)}</table>`,
  ],
]);

/** Bodies of MDX. */
export const MDX: ReadonlyMap<string, Growing> = new Map(
  [
    "<A ",
    "{/*",
    "{",
    "<A a={",
    "</A>",
    "<>",
    "`<A ",
    "<A>text</A>\n",
    '<A b="`',
    "{a}",
    "<A\n",
    "<A b={{",
    "export const a = {\n",
    "import a from 'b'\n",
  ].map((piece) => [JSON.stringify(piece), repeated(piece)]),
);

function fenced(fence: string, matter: Growing): Growing {
  return (length) => `${fence}\n${matter(length)}\n${fence.slice(0, 3)}\n\nBody.\n`;
}

/** Essays whose front matter attacks. */
export const FRONT_MATTER: ReadonlyMap<string, Growing> = new Map<string, Growing>([
  ...["[", "{a: ", ": ", "# ", "- ", "*", "&", "\t", "!", "? ", "%", "a: 1\n", "a: b: ", "'", '"'].map(
    (piece) => [`YAML ${JSON.stringify(piece)}`, fenced("---", repeated(piece))] as const,
  ),
  [
    "YAML keys",
    fenced(
      "---",
      numbered(8, (nth) => `k${nth}: v`),
    ),
  ],
  ["YAML deeper", fenced("---", deeper(" ", "a:"))],
  ["YAML aliases", fenced("---", (length) => `a: &a [x]\n${numbered(8, (nth) => `b${nth}: *a`)(length)}`)],
  ["YAML tags", fenced("---", (length) => `tags: [${"a, ".repeat(length / 3)}]`)],
  ["YAML block", fenced("---", (length) => `a: |\n${"  x\n".repeat(length / 4)}`)],
  ["YAML slug", fenced("---", (length) => `slug: ${"a/".repeat(length / 2)}`)],
  [
    "TOML keys",
    fenced(
      "+++",
      numbered(8, (nth) => `k${nth} = 1`),
    ),
  ],
  ["TOML dots", fenced("+++", (length) => `a${".a".repeat(length / 2)} = 1`)],
  ["TOML nested", fenced("+++", (length) => `a = ${"[".repeat(length)}`)],
  ["TOML blank lines in a list", fenced("+++", (length) => `a = [${"\n".repeat(length)}]`)],
  ["YAML blank lines", fenced("---", (length) => `a: 1${"\n".repeat(length)}b: [`)],
  ["JSON lists in one another, broken", (length) => `{"a":${"[1,".repeat(length / 3)}[1}`],
  ["TOML tables", fenced("+++", repeated("[a]\n"))],
  ["JSON string that never ends", fenced("---json", (length) => `{"a": "${'\\"'.repeat(length / 2)}`)],
  ["JSON nested", (length) => `{"a":${"[".repeat(length)}`],
  ["JSON deep", fenced("---json", (length) => `${'{"a":'.repeat(length / 5)}1${"}".repeat(length / 5)}`)],
]);

/** What is typed into a query, a filter or a template, or stands in an address. */
export const TYPED: ReadonlyMap<string, Growing> = new Map<string, Growing>([
  ...[
    "a",
    "ab ",
    '"',
    '"a" ',
    "-",
    "-a ",
    ":",
    "title:",
    "title:a ",
    "*",
    "世",
    "(",
    "é",
    "a\u0301\u0302",
    "{{",
    "{{a",
    "}}",
    "\\",
    "../",
    "#",
    "%41",
    "a/",
  ].map((piece) => [JSON.stringify(piece), repeated(piece)] as const),
  ["words", numbered(5, (nth) => `w${nth}`, " ")],
  ["braces around blanks", (length) => `{{${" ".repeat(length)}`],
]);
