/**
 * Shortcodes of Hugo's (gohugo.io, "Shortcodes") and tags of Liquid's (shopify.github.io/liquid) in a text.
 */
import { describe, expect, test } from "vitest";
import type { Block, Callout, Inline } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
import { calloutHead } from "../../src/document/flow.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { page } from "../support/page.ts";

function inlines(markdown: string): readonly Inline[] {
  const [block] = parseDocument(markdown).blocks;
  return block?.type === "paragraph" ? block.children : [];
}

function link(href: string, text: string): Inline {
  return { type: "link", href, children: [{ type: "text", text }] };
}

describe("what stands in their place", () => {
  test.each<[string, readonly Inline[]]>([
    ['{{< figure src="a.png" alt="A tree" >}}', [{ type: "image", src: "a.png", alt: "A tree" }]],
    [
      '{{<img src="a.png" alt="A \'tree\'" max-width="600px">}}',
      [{ type: "image", src: "a.png", alt: "A 'tree'" }],
    ],
    [
      'A {{< figure src="a.png" alt="A tree" caption="In spring" >}}',
      [
        { type: "text", text: "A " },
        { type: "image", src: "a.png", alt: "A tree" },
        { type: "hardBreak" },
        { type: "emphasis", children: [{ type: "text", text: "In spring" }] },
      ],
    ],
    ["{% img left /a.png 350 200 'A title' 'A tree' %}", [{ type: "image", src: "/a.png", alt: "A tree" }]],
    [`{% asset_img a.png '"A title" "A tree"' %}`, [{ type: "image", src: "a.png", alt: "A tree" }]],
    ['{% image "./a.png", "A tree" %}', [{ type: "image", src: "./a.png", alt: "A tree" }]],
    ['{% include figure.html src="a.png" alt="A tree" %}', [{ type: "image", src: "a.png", alt: "A tree" }]],
    [
      '{{ youtube(id="abc", autoplay=true) }}',
      [link("https://www.youtube.com/watch?v=abc", "▷ youtube abc")],
    ],
    [
      '{% include video id="abc" provider="youtube" %}',
      [link("https://www.youtube.com/watch?v=abc", "▷ youtube abc")],
    ],
    ['{{< tweet user="ann" id="1" >}}', [link("https://x.com/ann/status/1", "▷ tweet 1")]],
    ["{{< gist ann 123 >}}", [link("https://gist.github.com/ann/123", "▷ gist ann/123")]],
    ['{{< ref "b.md" >}}', [link("b.md", "b.md")]],
    ["{% post_link some-post 'A title' %}", [link("some-post", "A title")]],
    ['{{< button relref="b.md" >}}Rel{{< /button >}}', [link("b.md", "Rel")]],
    ["{% btn http://x.org, btn text, home %}", [link("http://x.org", "btn text")]],
    ['{{< cta "b.md" "Click here" >}}', [link("b.md", "Click here")]],
    ['{{< spotify type="track" id="abc" >}}', [link("https://open.spotify.com/track/abc", "▷ spotify abc")]],
    ['{% epigraph "Quote" "Author" "Src" %}', [{ type: "text", text: "Quote — Author, Src" }]],
    ["{{cloze hidden words}}", [{ type: "text", text: "hidden words" }]],
    ["{% link A-site https://e.org %}", [link("https://e.org", "A-site")]],
    [
      '{{< button href="/b" >}}Go *on*{{< /button >}}',
      [
        {
          type: "link",
          href: "/b",
          children: [
            { type: "text", text: "Go " },
            { type: "emphasis", children: [{ type: "text", text: "on" }] },
          ],
        },
      ],
    ],
    ["{{< kbd Ctrl-P >}}", [{ type: "keyboard", children: [{ type: "text", text: "Ctrl-P" }] }]],
    [
      '{% include gallery caption="Some pictures." %}',
      [
        { type: "shortcode", text: "‹gallery›" },
        { type: "text", text: " Some pictures." },
      ],
    ],
    [
      '{{< box type="x" title="A title" >}}',
      [
        { type: "shortcode", text: "‹box›" },
        { type: "text", text: " A title" },
      ],
    ],
    ['{{< figure src = "a.png" alt = "A tree" >}}', [{ type: "image", src: "a.png", alt: "A tree" }]],
    ["{% asset a.png @path %}", [{ type: "image", src: "a.png", alt: "" }]],
    [
      "{{< youtube w7Ft2ymGmfc >}}",
      [link("https://www.youtube.com/watch?v=w7Ft2ymGmfc", "▷ youtube w7Ft2ymGmfc")],
    ],
    [
      '{{< youtube id="abc" title="A talk" >}}',
      [link("https://www.youtube.com/watch?v=abc", "▷ youtube A talk")],
    ],
    ["{{< vimeo 55073825 >}}", [link("https://vimeo.com/55073825", "▷ vimeo 55073825")]],
    ['{{<video src="/a.mp4">}}', [link("/a.mp4", "▷ video /a.mp4")]],
    ["{{< rawhtml >}}", [{ type: "shortcode", text: "‹rawhtml›" }]],
    ["{% include nav.html %}", [{ type: "shortcode", text: "‹nav.html›" }]],
    ["{{ page.title | upcase }}", [{ type: "shortcode", text: "‹page.title›" }]],
  ])("%s", (markdown, expected) => {
    expect(inlines(markdown)).toEqual(expected);
  });

  test("of a pair, what stands between", () => {
    expect(inlines("So {{< x >}}a *word*{{< /x >}}.")).toEqual([
      { type: "text", text: "So a " },
      { type: "emphasis", children: [{ type: "text", text: "word" }] },
      { type: "text", text: "." },
    ]);
    expect(inlines("{% reveal %}\nText.\n{% endreveal %}")).toEqual([{ type: "text", text: "Text." }]);
  });

  test("one that is closed elsewhere in the text and not here is a sign", () => {
    expect(inlines("{{< x >}} a\n\n{{< x >}}b{{< /x >}}")).toEqual([
      { type: "shortcode", text: "‹x›" },
      { type: "text", text: " a" },
    ]);
  });

  test("in HTML they stand for the same", () => {
    const { blocks } = parseDocument("<div>\nA {% asset a.png %} and {{ x }}.\n</div>\n");
    expect(blocks[0]?.type === "paragraph" && blocks[0].children).toEqual([
      { type: "text", text: "A " },
      { type: "image", src: "a.png", alt: "" },
      { type: "text", text: " and " },
      { type: "shortcode", text: "‹x›" },
      { type: "text", text: "." },
    ]);
  });

  test("in code they are as they were written", () => {
    expect(inlines("`{{< figure src=a >}}`")).toEqual([{ type: "codeSpan", text: "{{< figure src=a >}}" }]);
  });

  test("a shortcode that is never closed is the sign of its name, and the text behind it stays", () => {
    expect(inlines("{{< never closed")).toEqual([
      { type: "shortcode", text: "‹never›" },
      { type: "text", text: " closed" },
    ]);
    expect(page("{{< a words\n\n{{< b words {{< /b >}} more")).toEqual(["‹a› words", "", "words more"]);
  });

  test("one that is kept from being one is shown", () => {
    expect(inlines("{{</* x */>}} {{%/* x */%}} {{/* f(a=1) */}}")).toEqual([
      { type: "text", text: "{{< x >}} {{% x %}} {{ f(a=1) }}" },
    ]);
    expect(inlines("`{{</* x */>}}`")).toEqual([{ type: "codeSpan", text: "{{< x >}}" }]);
    expect(
      inlines("{% raw %}{{ x }} *y*{% endraw %}")
        .map((one) => plainText([one]))
        .join(""),
    ).toBe("{{ x }} y");
    expect(
      inlines("a {% raw %}{% y %}{% endraw %} b")
        .map((one) => plainText([one]))
        .join(""),
    ).toBe("a {% y %} b");
  });

  test.each(["{%nor this", "{% 1 % 2", "{{ nor { this }}"])("%s is text", (markdown) => {
    expect(inlines(markdown)).toEqual([{ type: "text", text: markdown }]);
  });
});

/** Blocks in a few words. */
function said(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return plainText(block.children);
    case "codeBlock":
      return `code ${block.language}: ${block.text}`;
    case "math":
      return `math: ${block.tex}`;
    case "details":
      return `[${plainText(block.summary)}: ${block.children.map(said).join(" / ")}]`;
    case "figure":
      return `(${block.children.map(said).join(" / ")} | ${plainText(block.caption)})`;
    case "blockQuote":
      return `“${block.children.map(said).join(" / ")}”`;
    default:
      return block.type;
  }
}

describe("what stands by itself", () => {
  test.each<[string, string[]]>([
    ['{{< details "A title" open >}}\nText.\n{{< /details >}}', ["[A title: Text.]"]],
    ['{{% details summary="A title" %}}Text.{{% /details %}}', ["[A title: Text.]"]],
    ["{{< expand >}}\nText.\n{{< /expand >}}", ["[Expand: Text.]"]],
    [
      '{{< tabs "x" >}}\n  {{< tab "A" >}}\n  One.\n  {{< /tab >}}\n  {{< tab "B" >}}\n  Two.\n  {{< /tab >}}\n{{< /tabs >}}',
      ["[A: One.]", "[B: Two.]"],
    ],
    ['{{< quote author="Ann" source="A book" >}}\nText.\n{{< /quote >}}', ["“Text. / — Ann, A book”"]],
    ['{% quote(author="Ann") %}\nText.\n{% end %}', ["“Text. / — Ann”"]],
    ["{% blockquote Ann B, A Book %}\nText.\n{% endblockquote %}", ["“Text. / — Ann B, A Book”"]],
    ["{% blockquote Ann https://e.org/x A page %}\nText.\n{% endblockquote %}", ["“Text. / — Ann, A page”"]],
    ["{% pullquote right %}\nText.\n{% endpullquote %}", ["“Text.”"]],
    ["{% codeblock A.map lang:js %}\na *b*\n{% endcodeblock %}", ["(code js: a *b* | A.map)"]],
    ["{% highlight ruby linenos %}\na\n\n*b*\n{% endhighlight %}", ["code ruby: a\n\n*b*"]],
    ["{{< highlight go >}}\na {{< b >}}\n{{< /highlight >}}", ["code go: a {{< b >}}"]],
    ["{{< mermaid >}}\na-->b\n{{< /mermaid >}}", ["code mermaid: a-->b"]],
    ["{{< katex display >}}\na_b\n{{< /katex >}}", ["math: a_b"]],
    [
      '{{< figure src="a.png" title="A" caption="a tree" attr="Ann" attrlink="https://e.org" >}}',
      ["( | A: a tree (Ann))"],
    ],
    ['{{< video src="a.mp4" caption="A film" >}}', ["(▷ video a.mp4 | A film)"]],
    ['{{< gallery caption="Two" >}}\nText.\n{{< /gallery >}}', ["(Text. | Two)"]],
    [
      '{{< youtube a >}}\n{% include figure src="b.png" alt="B" caption="C" %}\n{{ x }}',
      ["▷ youtube a", "(B | C)", "‹x›"],
    ],
    ["{% for x in y %}\n- {{ x }}\n{% endfor %}", ["list"]],
    ["{% if x %}\nA.\n{% else %}\nB.\n{% endif %}", ["A. ‹else› B."]],
    ["{% raw %}\n{{ a }}\n\n    {{ b }}\n{% endraw %}", ["{{ a }}", "code : {{ b }}"]],
    ['{% raw %}\n<div class="x">{{ a }}</div>\n{% endraw %}', ["{{ a }}"]],
    ["{% raw %}<div>{{ a }}</div>{% endraw %}", ["{{ a }}"]],
    [
      "{% tabs x %}\n<!-- tab One -->\nA.\n<!-- endtab -->\n<!-- tab Two@icon -->\nB.\n<!-- endtab -->\n{% endtabs %}",
      ["[One: A.]", "[Two: B.]"],
    ],
    [
      '{{< tabs items="A,B" >}}\n{{< tab >}}One.{{< /tab >}}\n{{< tab >}}Two.{{< /tab >}}\n{{< /tabs >}}',
      ["[A: One.]", "[B: Two.]"],
    ],
    ['{{< spoiler text="A" >}}One.{{< /spoiler >}}', ["[A: One.]"]],
    ['{{< tab "A" >}}One.{{< /tab >}}\n{{< tab "B" >}}Two.{{< /tab >}}', ["[A: One.]", "[B: Two.]"]],
    ['{{< item header="A" subheader="B" >}}\nText.\n{{< /item >}}', ["[A: B: Text.]"]],
    ['{{< alert "fire" >}}Text.{{< /alert >}}', ["callout"]],
    ['{{< figure src="a.png" alt="A" caption="*In* [spring](/b)" >}}', ["(A | In spring)"]],
    ['{{< img src="a.png" caption="*In* [spring](/b)" >}}', ["( | In spring)"]],
    ['{{< img src="a.png" caption="<b>In</b> spring" >}}', ["( | In spring)"]],
    ['{{< img src="a.png" alt="[a](/b)" caption="[a](/b)" >}}', ["( | a)"]],
    ["{{< x >}}\n\tA.\n\n\t- b\n{{< /x >}}", ["A.", "list"]],
    ["{{< x >}}\nA.\n\n{{< x >}}\nB.\n{{< /x >}}\n{{< /x >}}", ["A.", "B."]],
    ["{{< x >}}\n```\n{{< /x >}}\n```\n{{< /x >}}", ["code : {{< /x >}}"]],
    ["{{< sidenote >}}\nBeside.\n{{< /sidenote >}}", [""]],
  ])("%s", (markdown, expected) => {
    expect(parseDocument(markdown).blocks.map(said)).toEqual(expected);
  });

  test("a formula within a line", () => {
    const tags =
      "a {% math %}x_1_a{% endmath %} {{< math >}}y^2{{</math>}} {{% katex %}} $z$ {{% /katex %}}{{< math >}}b";
    expect(inlines(tags)).toMatchObject([
      { type: "text", text: "a " },
      { type: "inlineMath", tex: "x_1_a" },
      { type: "text" },
      { type: "inlineMath", tex: "y^2" },
      { type: "text" },
      { type: "inlineMath", tex: "z" },
      { type: "shortcode", text: "‹math›" },
      { type: "text", text: "b" },
    ]);
  });

  test.each([
    ["info Title of note", "INFO: Title of note"],
    ["warning A warning about warnings", "WARNING: A warning about warnings"],
    ["Just a note about tips", "NOTE: Just a note about tips"],
    ["info no-icon Now a tip", "INFO: Now a tip"],
  ])("only the leading words of a callout's tag are its kind and its look: %s", (words, head) => {
    const [block] = parseDocument(`{% note ${words} %}\nText.\n{% endnote %}\n`).blocks;
    expect(plainText(calloutHead(block as Callout))).toBe(head);
  });

  test("a note beside the text, within it and by itself", () => {
    const { notes } = parseDocument(
      "A{{< sidenote >}}one{{< /sidenote >}} b{% sidenote 'id' 'two' %}.\n\n{{< aside >}}\nThree.\n{{< /aside >}}\n",
    );
    expect(notes.map(({ blocks }) => blocks.map(said))).toEqual([["one"], ["two"], ["Three."]]);
  });
});

test.each([
  ['A {{< sidenote "right" "n1" "marked words" >}}side{{< /sidenote >}} end.', "A marked words[1] end."],
  ['{{< sidenote "right" "n1" "marked words" >}}\nside\n{{< /sidenote >}}', "marked words[1]"],
  ['A {{% sidenote label="words" %}}side{{% /sidenote %}}', "A words[1]"],
  ['A {{ sidenote(label="words", content="side") }}', "A words[1]"],
])("a side note leaves the words to which it belongs: %s", (markdown, expected) => {
  expect(page(markdown)).toEqual([expected, "", "    [1] side"]);
});

test("Liquid within HTML: a comment, and code", () => {
  const html =
    "<div>\n{% comment %}secret {{ x }}{% endcomment %}{# too #}\n{% highlight ruby %}\na < 1\nb\n{% endhighlight %}\n{{ y }}\n</div>";
  expect(page(html)).toEqual(["    a < 1", "    b", "", "‹y›"]);
});

test.each([
  ["```html\n{% raw %}\n<a>{{ b }}</a>\n{% endraw %}\n```", ["    <a>{{ b }}</a>"]],
  ["`{% raw %}{{ b }}{% endraw %}` and `{% raw %}`", ["{{ b }} and {% raw %}"]],
])("code loses the tags that protect it: %s", (markdown, expected) =>
  expect(page(markdown)).toEqual(expected),
);

describe("a component that holds nothing", () => {
  test.each<[string, Inline]>([
    ['<YouTube id="abc" />', link("https://www.youtube.com/watch?v=abc", "▷ youtube abc")],
    ["<Foo bar={1} />", { type: "shortcode", text: "‹Foo›" }],
    ['<Image src="a.png" alt="A tree" />', { type: "image", src: "a.png", alt: "A tree" }],
  ])("%s stands for something, in Markdown and in MDX", (markdown, expected) => {
    const inline = (format: "markdown" | "mdx"): Inline | undefined => {
      const [block] = parseDocument(`A ${markdown} b`, format).blocks;
      return block?.type === "paragraph" ? block.children[1] : undefined;
    };
    expect(inline("markdown")).toEqual(expected);
    expect(inline("mdx")).toEqual(expected);
  });
});

test("tags in HTML blocks, their ends and kramdown's extensions are no text", () => {
  const { blocks } = parseDocument(
    "{::nomarkdown}\n<div>x</div>\n{:/}\n\n{{< rawhtml >}}\n<p>raw</p>\n{{< /rawhtml >}}\n",
  );
  expect(blocks.map((block) => block.type === "paragraph" && plainText(block.children).trim())).toEqual([
    "x",
    "raw",
  ]);
});

test.each([
  ["{% comment %}\nsecret\n\nmore\n{% endcomment %}\n\nText"],
  ["{%- comment -%}secret{%- endcomment -%}\nText"],
  ["{::comment}\nsecret\n{:/comment}\n\nText"],
  ["Text\n{% comment %}secret{% endcomment %}"],
  ["%%secret%%\n\nText"],
  ["%%\nsecret\n\nmore\n%%\nText"],
  ["{# secret #}\n\n{% comment %}x{% endcomment %}\n\nText"],
])("comments are hidden: %j", (markdown) => {
  const { blocks } = parseDocument(markdown);
  expect(blocks.map((block) => block.type === "paragraph" && plainText(block.children))).toEqual(["Text"]);
});

test.each([
  ["Text %%secret%% more", "Text more"],
  ["Text {# secret #} more {% if x %}{% endif %}", "Text more"],
  ["Text {# in no template #} more", "Text {# in no template #} more"],
  ["100%% of 50%% are", "100%% of 50%% are"],
  ["%% A part of a program", "%% A part of a program"],
  ["%% One\n\n%% Two", "%% One|%% Two"],
])("within a line: %j", (markdown, expected) => {
  expect(
    page(markdown)
      .filter((line) => line !== "")
      .join("|"),
  ).toBe(expected);
});

test("a tag in an attribute may hold quotation marks", () => {
  expect(inlines('A <img src="{{ "/a.png" | relative_url }}" alt="B"> c')[1]).toEqual({
    type: "image",
    src: "/a.png",
    alt: "B",
  });
  expect(inlines('<a href="{{< ref "b.md" >}}">b</a>')[0]).toEqual(link("b.md", "b"));
  expect(inlines('<a href="{{ x">b</a>')[0]).toMatchObject({ type: "text" });
});
