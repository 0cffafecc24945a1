/**
 * What a voice says of what is not text.
 */
import { expect, test } from "vitest";
import { run } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";

const SAID = [
  ['A {{< youtube id="w7Ft2ymGmfc" >}} here', "A Video. here"],
  ['{{< youtube id="w7Ft2" title="A talk on bells" >}}', "Video: A talk on bells."],
  ["A ![](a.mp4), and ![A bell](b.ogg).", "A Video, and Audio: A bell."],
  ['<iframe src="https://example.org/x"></iframe>', "Embedded page."],
  ["![A tree](a.png). ![What?](b.png)", "Image: A tree. Image: What?"],
  [
    "See ![[a tall-tree.png]] and ![](x/IMG_20345.png), and ![[Oak.svg|200]].",
    "See Image: a tall tree. and Image, and Image: Oak.",
  ],
  ['Call {{< param "x" >}} with :material-check: here', "Call with here"],
  ["<select><option>One<option>Two</select>", "One, Two"],
] as const;

test("players are called by their kind and their words, names of tags are left out", async () => {
  const input = SAID.map(([written]) => `${written}\n\n`).join("");
  const { out } = await run(["show", "-", "-f", "speech"], { input, cwd: temporaryLibrary({}) });
  expect(out.trimEnd().split("\n\n")).toEqual(
    ["Stdin.", ...SAID.map(([, said]) => said)].slice(-SAID.length),
  );
});
