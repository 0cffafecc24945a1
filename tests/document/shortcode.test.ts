/**
 * Shortcodes of Hugo's (gohugo.io, "Shortcodes") and tags of Liquid's (shopify.github.io/liquid) in a text.
 */
import { describe, expect, test } from "vitest";
import { type Inline, plainText } from "../../src/document/document.ts";
import { parseDocument } from "../../src/document/parse.ts";

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
      '{{< figure src="a.png" alt="A tree" caption="In spring" >}}',
      [
        { type: "image", src: "a.png", alt: "A tree" },
        { type: "hardBreak" },
        { type: "emphasis", children: [{ type: "text", text: "In spring" }] },
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
    ["{% include nav.html %}", [{ type: "shortcode", text: "‹include›" }]],
    ["{{ page.title | upcase }}", [{ type: "shortcode", text: "‹page.title›" }]],
  ])("%s", (markdown, expected) => {
    expect(inlines(markdown)).toEqual(expected);
  });

  test("of a pair, what stands between", () => {
    expect(inlines("{{< notice >}}A *word*.{{< /notice >}}")).toEqual([
      { type: "text", text: "A " },
      { type: "emphasis", children: [{ type: "text", text: "word" }] },
      { type: "text", text: "." },
    ]);
    expect(inlines("{% reveal %}\nText.\n{% endreveal %}")).toEqual([{ type: "text", text: "Text." }]);
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

  test.each(["{{< never closed", "{% nor this", "{{ nor { this }}"])("%s is text", (markdown) => {
    expect(inlines(markdown)).toEqual([{ type: "text", text: markdown }]);
  });
});

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
])("comments are hidden: %j", (markdown) => {
  const { blocks } = parseDocument(markdown);
  expect(blocks.map((block) => block.type === "paragraph" && plainText(block.children))).toEqual(["Text"]);
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
