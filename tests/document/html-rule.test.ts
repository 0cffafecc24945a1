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
