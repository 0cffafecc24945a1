/**
 * What single generators add, as their documentation has it.
 */
import { describe, expect, test } from "vitest";
import { page, taggedPage } from "../support/page.ts";

describe("GitBook", () => {
  test.each([
    ['{% hint style="danger" %}\nMind it.\n{% endhint %}', ["┃ DANGER", "┃", "┃ Mind it."]],
    [
      '{% code title="a.js" lineNumbers="true" %}\n```js\nlet a;\n```\n{% endcode %}',
      ["    let a;", "  a.js"],
    ],
    ['{% code overflow="wrap" %}\n```js\nlet a;\n```\n{% endcode %}', ["    let a;"]],
    [
      '{% embed url="https://example.org/x" %}\nThe *caption*\n{% endembed %}',
      ["▷ embed https://example.org/x", "  The caption"],
    ],
    ['{% file src="files/a.pdf" %}\nThe manual\n{% endfile %}', ["a.pdf", "  The manual"]],
  ])("%s", (markdown, expected) => expect(page(markdown)).toEqual(expected));
});

describe("mdBook", () => {
  test.each([
    ["{{#title A title}}\n\nText.", ["Text."]],
    ["{{#include ../a.rs:2:10}}", ["‹../a.rs›"]],
    ["{{#playground b.rs editable}}", ["‹b.rs›"]],
    ["```rust\n{{#rustdoc_include ../a.rs:here}}\n```", ["‹../a.rs›"]],
    ["{{#if x}}", ["‹if›"]],
  ])("%s", (markdown, expected) => expect(page(markdown)).toEqual(expected));
});

test.each([
  ["```snippets/a.js#region{1,2 ts:line-numbers [A label]}\nx\n```", ["    x", "  A label"]],
  ["```snippets/a.js\nx\n```", ["    x", "  snippets/a.js"]],
  ["```ts:line-numbers {1} [a.ts]\nx\n```", ["    x", "  a.ts"]],
  ["<<< @/snippets/a.js#region{1,2 ts:line-numbers [A label]}", ["‹snippets/a.js#region›"]],
  ["```text/html\nx\n```", ["    x"]],
])("VitePress: %s", (markdown, expected) => expect(page(markdown)).toEqual(expected));

test.each([
  ['![](a.png){#fig-a fig-alt="A tree" width=50%}', ["<image>▣ A tree</image>"]],
  ['![A](a.png){fig-alt="A tree"}', ["<image>▣ A</image>"]],
  ["![A](a.png){:height 100, :width 200}", ["<image>▣ A</image>"]],
  ["{::nomarkdown}*a* <b>c</b>{:/} *d*", ["*a* <strong>c</strong> <emphasis>d</emphasis>"]],
])("attributes and extensions: %s", (markdown, expected) => expect(taggedPage(markdown)).toEqual(expected));

describe("Quarto's cross-references", () => {
  const page = (markdown: string): string => taggedPage(markdown).at(-1)!;
  const text = [
    "![A](a.png){#fig-one}",
    "![B](b.png){#fig-two .wide}",
    "# Bells *ring* {#sec-bells}",
    "```{r}\n#| label: tbl-x\nx\n```",
    "",
  ].join("\n\n");

  test.each([
    ["See @fig-two, @tbl-x.", "See <link>Figure 2</link>, <link>Table 1</link>."],
    ["In [@sec-bells] and [@fig-one]", "In <link>Bells ring</link> and <link>Figure 1</link>"],
    ["@fig-none, me@fig-one and @doe", "<quiet>‹fig-none›</quiet>, me@fig-one and @doe"],
    [
      "[Fig. @fig-two], [-@fig-two]; [@fig-one; @fig-two]",
      "Fig. <link>2</link>, <link>2</link>; <link>Figure 1</link>, <link>Figure 2</link>",
    ],
  ])("%s", (markdown, expected) => expect(page(text + markdown)).toBe(expected));
});

test.each([
  ["mdbook-admonish", '```admonish warning title="Mind"\nA *b*.\n```', ["┃ WARNING: Mind", "┃", "┃ A b."]],
  ["mdbook-admonish without a kind", "~~~admonish\nA.\n~~~", ["┃ NOTE", "┃", "┃ A."]],
  [
    "Obsidian's Admonition",
    "```ad-tip\ntitle: Mind\ncollapse: open\n\nA.\n```",
    ["┃ TIP: Mind", "┃", "┃ A."],
  ],
  ["a language that begins like it", "```adfoo\nA\n```", ["    A"]],
  ["Zenn", "See @[youtube](abc) and me@[youtube](abc)", ["See ▷ youtube abc and me@youtube"]],
  ["Markdown-Include", "{! parts/a.md !}", ["‹parts/a.md›"]],
  ["attributes on the last line", "![a](b.png)\n{width=300}", ["▣ a"]],
  [
    "Eleventy's picture with its sizes",
    '{% image "a.jpg", "A tree", "(min-width: 30em) 50vw" %}',
    ["▣ A tree"],
  ],
])("%s", (_, markdown, expected) => expect(page(markdown)).toEqual(expected));

test.each([
  ["A {# b #}\n\n{# c\nd #}\n\nE `{% f %}`.", ["A {# b #}", "", "{# c d #}", "", "E {% f %}."]],
  ["A {# b #}\n\n{# c\nd #}\n\nE {% f %}.", ["A", "", "E ‹f›."]],
])("a comment of templates is one only where the text has their tags: %j", (markdown, expected) =>
  expect(page(markdown).map((line) => line.trimEnd())).toEqual(expected),
);

describe("cells and values of notebooks", () => {
  test.each([
    ['```{r}\n#| label: fig-a\n#| fig-cap: "A *plot*"\nplot(x)\n```', ["    plot(x)", "  A plot"]],
    [
      '```{r a, fig.cap="A plot"}\nplot(x)\n```\n\nIs `r mean(x)`.',
      ["    plot(x)", "  A plot", "", "Is ‹mean(x)›."],
    ],
    ["Is `r mean(x)` and `{python} y`.", ["Is r mean(x) and ‹y›."]],
    ["```{r child = 'b.Rmd'}\n```", ["‹b.Rmd›"]],
    ["```sh\n#| a\nb\n```", ["    #| a", "    b"]],
    ["# (PART) Bells {-}\n\nText.\n\n## {-}\n\nMore.", ["# Bells", "", "Text.", "", "More."]],
    [
      '::: {.theorem #a name="Bells"}\nA.\n:::\n\nBy \\@ref(thm:a).',
      ["┃ Theorem 1 (Bells).", "┃", "┃ A.", "", "By 1."],
    ],
    [
      "```js hello.js {1}\na\n```\n\n```json Response\nb\n```",
      ["    a", "  hello.js", "", "    b", "  Response"],
    ],
    ["```rust no_run\na\n```", ["    a"]],
  ])("%s", (markdown, expected) => expect(page(markdown)).toEqual(expected));
});

describe("remark-directive", () => {
  test.each([
    ["A :tip[few *words*]{a=b} and a:b[c]", "A few <emphasis>words</emphasis> and a:b[c]"],
    [':abbr[HTML]{title="A language"} :kbd[Ctrl]', "HTML <keyboard>Ctrl</keyboard>"],
    ["::youtube[A title]{#abc}", "<link>▷ youtube A title</link>"],
    ["::note", "<quiet>‹note›</quiet>"],
    ["std::vector and 12:30[x]", "std::vector and 12:30[x]"],
  ])("%s", (markdown, expected) => expect(taggedPage(markdown)).toEqual([expected]));
});

describe("words that are a tag's arguments", () => {
  test.each([
    ["{% span red, A word %} {% emp strong %} {% u under %}", ["A word strong under"]],
    ["{% checkbox checked, Done %} {% checkbox To do %}", ["☑ Done ‹checkbox› To do"]],
    ['{% ruby 漢字|かんじ %} {{< ruby "a" "b" >}}', ["漢字 (かんじ) a (b)"]],
    [
      '{% bubble "A", "its meaning" %} {{< term "API" "An interface" >}}',
      ["A (its meaning) API (An interface)"],
    ],
    [
      "{% timeline A title %}\n<!-- timeline 2020 -->\nText.\n<!-- endtimeline -->\n{% endtimeline %}",
      ["▾ A title", "", "  2020", "", "  Text."],
    ],
    [
      "{% label primary@A label %} {% p center, Words %} {% text Some %} {% quot Big words %}",
      ["A label Words Some ‹quot› Big words"],
    ],
    [
      "{% btn '/a',Go on,far fa-x,outline %} {% hideInline answer,Question,blue %}",
      ["Go on Question (answer)"],
    ],
    ["{% folding cyan open, A title %}\nText.\n{% endfolding %}", ["▾ A title", "", "  Text."]],
    ['{% image path: a.jpg alt: "A tree" caption: "In spring" %}', ["▣ A tree", "  In spring"]],
    ["{% picture a.jpg --alt A tall tree --img class=b %}", ["▣ A tall tree"]],
    ["{% tabs log %}\n{% tab log php %}\nOne.\n{% endtab %}\n{% endtabs %}", ["▾ php", "", "  One."]],
    ["Text. {% css %}.a { b: c }{% endcss %}", ["Text."]],
    [
      '{{< filetree/folder name="docs" >}}\n{{< filetree/file name="a.md" >}}\n{{< /filetree/folder >}}',
      ["▾ docs", "", "  ‹filetree/file› a.md"],
    ],
    ["{{< param author >}} {% include_code lang:js a.js %}", ["‹author› ‹a.js›"]],
    ["{{[[TODO]]}} a, {{[[DONE]]}} b", ["☐ a, ☑ b"]],
    ['#+BEGIN_QUERY\n{:title "All tasks" :query [x]}\n#+END_QUERY', ["‹query› All tasks"]],
    ['{{< fig src="x.png" cap="A tree" >}}', ["▣ A tree"]],
    ['{{< warning title="W" text="The *text*" >}}', ["┃ WARNING: W", "┃", "┃ The text"]],
    ['{{< note "Some text" >}}', ["┃ NOTE", "┃", "┃ Some text"]],
    ['{% include tip.html content="A <b>tip</b>" %}', ["┃ TIP", "┃", "┃ A tip"]],
    ['{{< abbr title="X" >}}HT{{< /abbr >}}', ["HT (X)"]],
    ["::: panel-tabset\n## One\n:::", ["## One"]],
    ["A [key:: my *value*] and [-@doe]", ["A key: my value and [doe]"]],
    ["A {{embed [[other page]]}}", ["A other page"]],
    ["A {{{ value }}}", ["A ‹value›"]],
    ["- [/] half\n- [-] *given* up\n- [!] now\n- [1] x", ["• ◐ half", "• ☒ given up", "• ! now", "• [1] x"]],
  ])("%s", (markdown, expected) => expect(page(markdown)).toEqual(expected));
});

describe("a tag of any name keeps its words", () => {
  test.each([
    ['{{< any text="A text" >}}inner{{< /any >}} on', ["A text: inner on"]],
    ['{{< any "A whole sentence" 3 >}}\n*inner*\n{{< /any >}}', ["▾ A whole sentence", "", "  inner"]],
    ["{% any note='Said to all.' class='wide dark' lang='en us' %}", ["‹any› Said to all."]],
    ['{% if page.title == "A long title" %}yes{% endif %}', ["yes"]],
    ['{{< any "a/b.png" "c.jpg" >}}', ["▣ b.png ▣ c.jpg"]],
    ['{{< any src="a/b.png" caption="A tree" >}}', ["▣ A tree"]],
    ['{% any "https://example.org/x" %}', ["‹any›"]],
    ['{{ "Some words" }} and {{ x | y }}', ["Some words and ‹x›"]],
    ['{% file src="files/a.pdf" %}', ["a.pdf"]],
    ['{{< include "parts/one.md" >}} {% include_relative b.md %}', ["‹parts/one.md› ‹b.md›"]],
  ])("%s", (markdown, expected) => expect(page(markdown)).toEqual(expected));

  test("and its address", () => {
    expect(taggedPage('{% any "https://example.org/x" %}')).toEqual(["<link><quiet>‹any›</quiet></link>"]);
  });
});

test.each([
  ["A {{> part}} and {{~> other x=1}} {{! hidden }}{{!-- too --}}.", "A ‹part› and ‹other› ."],
  ["{{#each list}}*words*{{/each}} {{^x}}none{{/x}} {{#if y}}", "words none ‹if›"],
  ["{%~ x ~%} {{~ y ~}}", "‹x› ‹y›"],
])("Handlebars and Twig: %s", (markdown, expected) => expect(page(markdown)).toEqual([expected]));

test.each([
  ['{{ any(title="A', '‹any›(title="A'],
  ["{% any title A", "‹any› title A"],
  ['{{< any title="A"', '‹any› title="A"'],
])("a tag that is never closed is a sign and its text: %s", (markdown, expected) =>
  expect(page(markdown)).toEqual([expected]),
);

test.each([
  ["<% tp.date.now() %> <%= a.b %>, <<name>>.", "‹tp.date.now› ‹a.b›, ‹name›."],
  ["A<%# hidden %> b <%\nx\n%>", "A b ‹x›"],
  ["a<%b %>, a <% b, cout << x >> y", "a<%b %>, a <% b, cout << x >> y"],
])("templates, and signs of programs: %j", (markdown, expected) =>
  expect(page(markdown)).toEqual([expected]),
);

test.each([
  ['[caption id="a" width="3"]![A](b.png) The *words*[/caption]', ["▣ A", "  The words"]],
  [
    '[gallery ids="1,2"] [embed]https://example.org/x[/embed]',
    ["‹gallery›", "", "▷ embed https://example.org/x"],
  ],
  ["[/code] [code]a *b*[/code] [other] [other]x", ["[/code] a b [other] [other]x"]],
  ['[any title="A"] a[href="b"]', ['‹any› A a[href="b"]']],
  ["%[https://example.org/x] 50%[a]", ["▷ embed https://example.org/x 50%[a]"]],
])("WordPress and Hashnode: %s", (markdown, expected) => expect(page(markdown)).toEqual(expected));

test.each([
  ["::: a.b.C\n    options:\n      x: 1\n\nText.", ["‹a.b.C›", "", "Text."]],
  ["--8<--\na.md\nb.md\n--8<--", ["‹a.md b.md›"]],
  ["[`f`][a.b.f] [`g`][] [h][a.b]", ["f g [h][a.b]"]],
])("MkDocs: %j", (markdown, expected) => expect(page(markdown)).toEqual(expected));

test.each([
  ["- TODO a\n  SCHEDULED: <2024-01-02 Tue>", "• TODO a Scheduled: 2024-01-02 Tue"],
  ["{{embed ((6399a6c8-8d5c-4e09-8bd4-1a2b3c4d5e6f))}}", "‹block›"],
  [':any{title="Some words"} :root{color:red}', "‹any› Some words :root{color:red}"],
  ["```{any} Some words\na\n```", "    a|  Some words"],
  ["<object>a</object>", "a"],
])("%j", (markdown, expected) => expect(page(markdown).join("|")).toBe(expected));
