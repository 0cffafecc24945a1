import { expect, test } from "vitest";
import type { Inline } from "../../src/document/document.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { inlinesOf } from "../../src/document/walk.ts";
import { withAddresses, type AddressPlace } from "../../src/links/shown-addresses.ts";

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
    text: "See the ship{1} and it{1}, https://example.org, b@c.de.far{2}A note{3}.",
    list: ["/ship", "https://example.org/far", "../note.md"],
  });
});

test("none: nothing is changed", () => {
  expect(shown("none").text).not.toContain("/ship");
});
