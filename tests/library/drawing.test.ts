/** Drawings name nothing that a browser would load (SVG 2; CSS Syntax 3, 4.3.7). */
import { expect, test } from "vitest";
import { safeDrawing } from "../../src/library/drawing.ts";

function drawn(inner: string): string {
  const bytes = safeDrawing(
    new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`),
  );
  return new TextDecoder().decode(bytes);
}

test.each([
  '<style>@import "http://evil/x.css";</style>',
  '<style>@im&#112;ort "http://evil/x.css"</style>',
  '<style>@im<!-- x -->port "http://evil/x.css"</style>',
  '<style>@im<g/>port "http://evil/x.css"</style>',
  '<style><![CDATA[@im]]>port "http://evil/x.css"</style>',
  "<style>g{fill:u\\72l(http://evil)}</style>",
  "<style>g{fill:ur&#x6c;(http://evil)}</style>",
  '<g style="fill:u\\72l(http://evil)"/>',
  '<g fill="u\\72l(http://evil)"/>',
  '<g style="fill:ur&#108;(http://evil)"/>',
  '<image href="http://evil"/>',
  "<g><style>a</style><g style=\"background:image-set('http://evil' 1x)\"/></g>",
])("%s", (inner) => {
  expect(drawn(inner)).toMatch(/^<svg[^]*<\/svg>\n$/);
  expect(drawn(inner)).not.toMatch(/evil/);
});

test("a style sheet within another one leaves the drawing well-formed", () => {
  const inner = drawn("<style>a{}<style>b{}</style><script>x</script>c{}</style><g></g>");
  expect(inner).toMatch(/<style>a\{\}b\{\}x?c\{\}<\/style><g><\/g><\/svg>\n$/);
});

test("what leads nowhere stays", () => {
  const inner = '<style>g{fill:url(#a)}</style><g style="fill:red"><text>a &amp; b \\ c</text></g>';
  expect(drawn(inner)).toContain(inner);
});
