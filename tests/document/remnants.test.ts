/**
 * Syntax of reStructuredText, AsciiDoc, Dataview and bookdown that stays in the Markdown of sites: by the manuals of docutils, Asciidoctor,
 * Dataview ("Adding Metadata", "Inline Queries") and bookdown ("Theorems and proofs", "Text references").
 */
import { describe, expect, test } from "vitest";
import { page } from "../support/page.ts";

const shown = (markdown: string): string => page(markdown).join("\n");

describe("reStructuredText", () => {
  test("directives", () => {
    expect(shown(".. note::\n\n   Ring *twice*.\n\n   And stop.\n\nAfter.")).toBe(
      "┃ NOTE\n┃\n┃ Ring twice.\n┃\n┃ And stop.\n\nAfter.",
    );
    expect(shown(".. warning:: Ring twice\n   in the morning.\n")).toBe(
      "┃ WARNING\n┃\n┃ Ring twice in the morning.",
    );
    expect(shown("Before:\n.. code-block:: python\n\n    ring()\n\n    stop()\n\nAfter.")).toBe(
      "Before:\n\n    ring()\n\n    stop()\n\nAfter.",
    );
    expect(shown(".. image:: bells/a.png\n   :alt: A bell\n   :width: 200px\n")).toBe("▣ A bell");
    expect(shown(".. contents::\n\n.. _ringing:\n\n## Ringing\n\n[here](#ringing)")).toBe(
      "## Ringing\n\nhere",
    );
  });

  test("an unknown directive is a quiet sign, and its content stays", () => {
    expect(shown(".. bellchart:: a\n   :key: x\n\n   Some text.\n")).toBe("‹bellchart› a\n\nSome text.");
  });

  test("roles and links", () => {
    expect(
      shown("See :ref:`the tower <tower>`, :py:func:`~os.path.join`, a :kbd:`key` and :math:`x^2`."),
    ).toBe("See the tower, join, a key and $x^2$.");
    expect(shown("The `bell page <https://example.org/bells>`_ and `code`_.")).toBe(
      "The bell page and code_.",
    );
  });

  test("periods and colons in prose are no directives", () => {
    expect(shown("He waited .. and waited. See :bell:`x` and `a <b>`.")).toBe(
      "He waited .. and waited. See 🔔x and a <b>.",
    );
    expect(shown(".. and so on:: text")).toBe(".. and so on:: text");
  });
});

describe("AsciiDoc", () => {
  test("blocks between lines of signs", () => {
    expect(shown("[TIP]\n.Loud\n====\nRing *twice*.\n====\n\nAfter.")).toBe(
      "┃ TIP: Loud\n┃\n┃ Ring twice.\n\nAfter.",
    );
    expect(shown("[source,ruby]\n----\nring\n\nstop\n----\n")).toBe("    ring\n\n    stop");
    expect(shown("[quote, A ringer]\n____\nWe ring.\n____\n")).toBe("│ We ring.\n│\n│ — A ringer");
  });

  test("macros", () => {
    expect(shown("image::a.png[A bell,200]\n\ninclude::rest.adoc[]")).toBe("▣ A bell\n\n‹rest.adoc›");
    expect(shown("The link:https://example.org[tower], <<bells,the bells>> and kbd:[Esc].")).toBe(
      "The tower, the bells and Esc.",
    );
    expect(shown("Loud.footnote:[Very loud.]")).toContain("Very loud.");
  });

  test("a bracket over a line of signs is a heading unless it names a block that is closed", () => {
    expect(shown("[NOTE]\n====\n\nText.")).toBe("# [NOTE]\n\nText.");
  });
});

describe("Dataview", () => {
  test("fields within a line: in round brackets, the key is hidden", () => {
    expect(shown("Rung (by:: two people) at [time:: noon].")).toBe("Rung two people at time: noon.");
  });

  test("fields that fill their lines keep them", () => {
    expect(shown("Bells\nmade by:: A *founder*\nweight:: 2 t\nThe rest.")).toBe(
      "Bells\nmade by: A founder\nweight: 2 t\nThe rest.",
    );
  });

  test("colons of a program are no field", () => {
    for (const written of [
      "Use std::vector and Foo::bar (a::b).",
      "f :: Int",
      "Here (x :: Int) and [y :: Int].",
    ])
      expect(shown(written)).toBe(written);
  });

  test("an inline query is a quiet sign", () => {
    expect(shown("By `= this.author`, `$= dv.current().file.name`, not `= 5`.")).toBe(
      "By ‹this.author›, ‹dv.current().file.name›, not = 5.",
    );
  });
});

describe("bookdown", () => {
  test("theorems in chunks have their name, their text and their number", () => {
    const source =
      "```{theorem, pyth, name=\"Pythagoras\"}\nWe have $a^2$.\n```\n\n```{lemma label='l', echo=TRUE}\nA *lemma*.\n```\n\nSee \\@ref(lem:l) and Theorem \\@ref(thm:pyth).";
    expect(shown(source)).toBe(
      "┃ Theorem 1 (Pythagoras).\n┃\n┃ We have $a^2$.\n\n┃ Lemma 1.\n┃\n┃ A lemma.\n\nSee 1 and Theorem 1.",
    );
  });

  test("a theorem in a div has the number that references show", () => {
    expect(
      shown("::: {#thm-a .theorem}\nFirst.\n:::\n\n::: {#thm-b}\n## Second\nText.\n:::\n\nSee @thm-b."),
    ).toBe("┃ Theorem 1.\n┃\n┃ First.\n\n┃ Theorem 2 (Second).\n┃\n┃ Text.\n\nSee Theorem 2.");
  });

  test("text references", () => {
    const source =
      '(ref:cap) A bell of *bronze*.\n\n(ref:own) its own\n\n```{r bell, fig.cap="(ref:cap)"}\nplot(1)\n```\n\nAs in (ref:none), (ref:own)';
    expect(shown(source)).toBe("    plot(1)\n  A bell of bronze.\n\nAs in (ref:none), its own");
  });

  test("figures of every syntax are counted in the order of the text", () => {
    const source = [
      "![A](a.png){#fig-a}",
      "\\begin{figure}\n\\includegraphics{b.png}\n\\caption{B}\\label{fig:b}\n\\end{figure}",
      '```{r, fig.cap="Without a label"}\nplot(1)\n```',
      '```{r c, fig.cap="C"}\nplot(2)\n```',
      "@fig-a, \\ref{fig:b}, \\@ref(fig:c).",
    ].join("\n\n");
    expect(shown(source).split("\n").at(-1)).toBe("Figure 1, 2, 4.");
  });
});

test("kramdown's option makes Markdown of the content of every element", () => {
  const source =
    '{::options parse_block_html="true" /}\n\n<div class="x">\nSome *text*.\n\n- item\n</div>\n\nAfter.';
  expect(shown(source)).toBe("Some text.\n\n• item\n\nAfter.");
  expect(shown("<div>\nSome *text*.\n</div>")).toBe("Some *text*.");
});

test("Distill's notes, cited works and formulas", () => {
  const source =
    'Loud<d-footnote>Very *loud*.</d-footnote> bells <d-cite key="doe99,roe01"></d-cite> of <d-math>x_1</d-math>.';
  expect(shown(source)).toBe("Loud[1] bells [doe99, roe01] of $x_1$.\n\n    [1] Very loud.");
});

test("formulas of Jekyll's theme Tufte", () => {
  expect(shown("As {% m %}x^2{% em %} is.")).toBe("As x^2 is.");
});

test("pages and code after an at sign, and kinds after the name of a callout (Zenn, Qiita, VuePress)", () => {
  expect(shown("@[card](https://example.org/bells)")).toContain("https://example.org/bells");
  expect(shown("@[code{1-3} js](@/src/bell.js) and me@[code](x)")).toBe("‹bell.js› and me@code");
  expect(shown(":::message alert\nLoud.\n:::")).toBe("┃ WARNING\n┃\n┃ Loud.");
  expect(shown(":::note Loud bells\nRing.\n:::")).toBe("┃ NOTE: Loud bells\n┃\n┃ Ring.");
});

test("blocks that Roam refers to; a word of nine letters is none", () => {
  expect(shown("As in ((aBc12_x-9)), ((important)) and ((Important)).")).toBe(
    "As in ‹block›, ((important)) and ((Important)).",
  );
});

describe("notes in HTML", () => {
  test.each([
    [
      "a converter",
      'Bells<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup> ring.\n\n<div class="footnotes">\n<hr/>\n<ol>\n<li id="fn:1"><p>Very <em>loud</em>. <a href="#fnref:1" rev="footnote">&#8617;</a></p></li>\n</ol>\n</div>',
    ],
    [
      "a list alone",
      'Bells<a href="#n1" id="r1"><sup>[1]</sup></a> ring.\n\n<ol class="footnotes"><li id="n1">Very <em>loud</em>. <a href="#r1">↩</a></li></ol>',
    ],
    [
      "Org",
      'Bells<sup><a id="fnr.1" class="footref" href="#fn.1">1</a></sup> ring.\n\n<sup><a id="fn.1" class="footnum" href="#fnr.1">1</a></sup> Very *loud*.',
    ],
    [
      "Word",
      'Bells<a href="#_ftn1" name="_ftnref1">[1]</a> ring.\n\n<a href="#_ftnref1" name="_ftn1">[1]</a> Very *loud*.',
    ],
    ["links of Markdown", 'Bells<sup>[1](#f1)</sup> ring.\n\n<b id="f1">1</b> Very *loud*. [↩](#a1)'],
    ["a raised link", 'Bells[<sup>1</sup>](#f1) ring.\n\n<a name="f1">1</a>: Very *loud*. [↩](#a1)'],
  ])("of %s", (_, source) => {
    expect(shown(source)).toBe("Bells[1] ring.\n\n    [1] Very loud.");
  });

  test("a note that no number leads to, and a chapter with a number, stay where they are", () => {
    expect(shown('<ol class="footnotes"><li id="x">Note.</li></ol>')).toBe("1. Note.");
    expect(shown('[1](#one) [2](#two)\n\n<a name="one">1</a> The first chapter.')).toBe(
      "1 2\n\n1 The first chapter.",
    );
  });
});
