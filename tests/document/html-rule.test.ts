/**
 * HTML with blank lines in it: what a browser reads as one piece is one.
 */
import { expect, test } from "vitest";
import { page } from "../support/page.ts";

test.each([
  ["a style sheet", "<div>a</div>\n<style>\n.x { }\n\n.y { }\n</style>\n\nAfter.", ["a", "", "After."]],
  ["a script", '<div>\n<script>\n\nlet a = "*b*";\n\n</script>\n</div>\n\nAfter.', ["After."]],
  ["a comment", "<div>\n<!-- one\n\ntwo -->\na\n</div>\n\nAfter.", ["a", "", "After."]],
  ["two in a row", "<div>\n<style>\n\n</style><style>\n\n</style>\n</div>\n\nAfter.", ["After."]],
  ["an empty comment", "<div><!-->\na</div>\n\nAfter -->.", ["a", "", "After -->."]],
  [
    "preformatted text",
    "<div>\n<pre>\none\n\n  *two*\n</pre>\n</div>\n\nAfter.",
    ["    one", "", "      *two*", "", "After."],
  ],
])("%s ends at its end tag", (_, markdown, expected) => {
  expect(page(`${markdown}\n`)).toEqual(expected);
});

test("what never ends takes no more than a browser would", () => {
  expect(page("Before.\n\n<div>\n<style>\n\n.x\n\nMore.\n")[0]).toBe("Before.");
});

test.each([
  ["<div>x</div>\n* one [a](u)\n* two", ["x", "", "• one a", "• two"]],
  ["<div>\n<p>x</p>\n</div>\n## A *title*", ["x", "", "## A title"]],
  [
    '<img src="a.png"\n alt="x > y">\n\n<p>x</p>\nSome *text*,\ntwo lines',
    ["▣ x > y", "", "x", "", "Some text, two lines"],
  ],
  ["<div>\n\ntext\n\n</div>\n1. one", ["text", "", "1. one"]],
  ["<pre>a\n*b*</pre>\n```js\nc\n```", ["    a", "    *b*", "", "    c"]],
])("below the line that ends the last element, kramdown reads Markdown: %j", (markdown, expected) => {
  expect(page(markdown)).toEqual(expected);
});

test.each(["<div>\n* one\n</div>", "<div>x</div> y\n* one", "<ul>\n<li>a\n* one\n</ul>"])(
  "within an element, and in the middle of a line, nothing is Markdown: %j",
  (markdown) => expect(page(markdown).join("\n")).toContain("* one"),
);
