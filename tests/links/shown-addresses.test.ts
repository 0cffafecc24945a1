import { expect, test } from "vitest";
import type { Inline } from "../../src/document/document.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { inlinesOf } from "../../src/document/walk.ts";
import { withAddresses, type AddressPlace, type NotesAt } from "../../src/links/shown-addresses.ts";

const source = [
  "See [the ship](/ship) and [**it**](/ship), <https://example.org>, [b@c.de](mailto:b@c.de).[^1]",
  "> - [far](https://example.org/far)",
  "[^1]: A [note](../note.md).",
].join("\n\n");

function shown(place: AddressPlace): { text: string; list: readonly string[] } {
  const { document, list } = withAddresses(parseDocument(source), place);
  const blocks = [...document.blocks, ...document.notes.flatMap((note) => note.blocks)];
  const words = (inline: Inline): string => (inline.type === "text" ? inline.text : "");
  return { text: Array.from(inlinesOf(blocks), words).join(""), list };
}

test("inline: behind each link, but for those that say their address", () => {
  expect(shown("inline")).toEqual({
    text: "See the ship </ship> and it </ship>, https://example.org, b@c.de.far <https://example.org/far>A note <../note.md>.",
    list: [],
  });
});

test("end: an address has one number, wherever it stands", () => {
  expect(shown("end")).toEqual({
    text: "See the ship{1} and it{1}, https://example.org, b@c.de.far{3}A note{2}.",
    list: ["/ship", "../note.md", "https://example.org/far"],
  });
});

test("end: numbers follow the page, notes under what cites them", () => {
  const essay = "[a](/a)[^1]\n\n[b](/b)\n\n[^1]: [c](/c)[^2]\n[^2]: [d](/d)\n[^3]: [e](/e)\n";
  const listed = (notes?: NotesAt): readonly string[] =>
    withAddresses(parseDocument(essay), "end", notes).list;
  expect(listed()).toEqual(["/a", "/c", "/d", "/b"]);
  expect(listed("end")).toEqual(["/a", "/b", "/c", "/d"]);
  expect(listed("nowhere")).toEqual(["/a", "/b"]);
});

test("a link without an address has none to show", () => {
  expect(withAddresses(parseDocument("[e]() [a](/a)"), "end").list).toEqual(["/a"]);
});

test("pictures have theirs, but for those that are shown by their file's name or hold their data", () => {
  const essay = "![p](i/p.png) ![](i/q.png) ![](r.png) ![s](data:image/png;base64,AA) [![t](t.png)](/t)";
  const { list } = withAddresses(parseDocument(essay), "end");
  expect(list).toEqual(["i/p.png", "i/q.png", "t.png", "/t"]);
});

test("none: nothing is changed", () => {
  expect(shown("none").text).not.toContain("/ship");
});
