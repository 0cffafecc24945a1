/**
 * Films, sounds and frames in HTML: a line that can be followed.
 */
import { expect, test } from "vitest";
import { openEssay } from "../../src/document/open-essay.ts";
import { inlinesOf } from "../../src/document/walk.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { page } from "../support/page.ts";

function hrefs(markdown: string): string[] {
  return Array.from(inlinesOf(parseDocument(markdown).blocks)).flatMap((inline) =>
    inline.type === "link" ? [inline.href] : [],
  );
}

test.each([
  ['<iframe src="https://www.youtube.com/embed/abc" allowfullscreen></iframe>', "▷ frame youtube.com"],
  ['<iframe title="A talk" src="https://player.vimeo.com/1"></iframe>', "▷ frame A talk"],
  [
    '<video controls><source src="/films/a.mp4" type="video/mp4">Your browser has no films.</video>',
    "▷ video a.mp4",
  ],
  ['<video src="a.webm#t=1"></video>', "▷ video a.webm"],
  ['<audio controls src="https://example.org/a.ogg"></audio>', "▷ audio example.org"],
  ['<embed src="a.swf">', "▷ embedded a.swf"],
  ['<object data="a.svg">A drawing</object>', "▷ embedded a.svg"],
])("%s", (markdown, expected) => {
  expect(page(`Text.\n\n${markdown}\n`)).toEqual(["Text.", "", expected]);
  expect(hrefs(markdown)).toHaveLength(1);
  expect(page(`Inline ${markdown} text.`)[0]).toBe(`Inline ${expected} text.`);
});

test.each([
  ['<canvas id="chart">Your browser draws nothing.</canvas>', "‹canvas›"],
  ['<canvas aria-label="Sales &amp; costs"></canvas>', "‹canvas› Sales & costs"],
  ['<div><canvas id="chart"></canvas></div>', "‹canvas›"],
  ['<video src="data:video/mp4;base64,AAAA"></video>', "‹video›"],
  ['<video id="stream" title="A talk"></video>', "‹video› A talk"],
  ['<object data="data:image/svg+xml,AAAA"></object>', "‹object›"],
  ['<object type="image/svg+xml"></object>', "‹object›"],
  ['<applet code="Clock.class"></applet>', "‹applet›"],
  ['<svg viewBox="0 0 600 400"><svg><path d="M0 0"/></svg></svg>', "‹svg›"],
  ['<svg viewBox="0 0 600 400"><text>Words</text></svg>', "Words"],
  ["<model-viewer></model-viewer>", "‹model-viewer›"],
  ['<model-viewer src="a.glb" alt="A chair"></model-viewer>', "▷ model a.glb"],
])("what a script draws leaves a sign: %s", (markdown, expected) => {
  expect(page(`Text.\n\n${markdown}\n`)).toEqual(["Text.", "", expected]);
});

test.each([
  "<iframe></iframe>",
  '<iframe src="javascript:alert(1)"></iframe>',
  '<video style="display: none"></video>',
  "<canvas hidden></canvas>",
  '<svg aria-hidden="true"><path d="M0 0"/></svg>',
  '<svg width="16" height="16"><path d="M0 0"/></svg>',
  '<svg class="icon"><use href="#arrow"/></svg>',
  '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>',
  '<noscript><iframe src="https://example.org"></iframe></noscript>',
])("%s is nothing", (markdown) => {
  expect(page(`Text.\n\n${markdown}\n`)).toEqual(["Text."]);
});

test.each([
  ["a <span style='color: red; display: none'>b</span> c", "a c"],
  ["Text.\n\n<!--@include: ./parts/x.md{3,}-->\n", "‹./parts/x.md{3,}›"],
  ['{{< img src="a.png" alt="A [tree](http://x.org)" >}}', "▣ A tree"],
])("what is hidden, included, described: %j", (markdown, expected) =>
  expect(page(markdown, { width: 60 }).map((line) => line.replace(/ +/g, " "))).toContain(expected),
);

test("a title is a heading without its quiet signs", () => {
  const { essay, document } = openEssay(
    { text: "# Welcome :material-check:\n\nText.\n", problems: [] },
    "a.md",
    "/a.md",
  );
  expect([essay.title, document.blocks.length]).toEqual(["Welcome", 1]);
});

test("two players in a row stand on lines of their own", () => {
  const frames = '<iframe src="https://a.org/1"></iframe><iframe src="https://b.org/2"></iframe>';
  expect(page(frames)).toEqual(["▷ frame a.org", "▷ frame b.org"]);
  expect(page(frames.replace("><", ">\n<"))).toEqual(["▷ frame a.org", "▷ frame b.org"]);
});

test("a frame whose page stands in the essay is that page", () => {
  const inner = "&lt;p&gt;One &amp;amp; &lt;b&gt;two&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;";
  expect(page(`Text.\n\n<iframe srcdoc="${inner}"></iframe>\n`)).toEqual(["Text.", "", "One & two."]);
});

test("a film in the place of a picture is a player, and a page plays it", () => {
  const markdown = "![A bell](films/a.mp4) ![](b.mp3)";
  expect(page(markdown)).toEqual(["▷ video A bell ▷ audio b.mp3"]);
  expect(hrefs(markdown)).toEqual(["films/a.mp4", "b.mp3"]);
});
