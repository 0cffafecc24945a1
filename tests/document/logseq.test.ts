/**
 * Pages of Logseq (docs.logseq.com): properties of blocks, references to blocks, blocks of Org's.
 */
import { expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { inlinesOf } from "../../src/document/walk.ts";
import { page } from "../support/page.ts";

const UUID = "6399a6c8-8d5c-4e09-8bd4-1a2b3c4d5e6f";

test.each([
  [`- An item.\n  id:: ${UUID}\n  collapsed:: true\n\t- Below.`, ["• An item.", "  ◦ Below."]],
  [`- As in ((${UUID})).`, ["• As in ‹block›."]],
  ["- Done.\n  :LOGBOOK:\n  CLOCK: [2024-05-06 Mon 10:00:00]\n  :END:\n- Next.", ["• Done.", "• Next."]],
  ["#+BEGIN_NOTE\nText.\n#+END_NOTE", ["┃ NOTE", "┃", "┃ Text."]],
  ["#+BEGIN_NOTE\nText.", ["#+BEGIN_NOTE Text."]],
  ["id :: Int -> Int", ["id :: Int -> Int"]],
])("%j", (markdown, expected) => expect(page(markdown, { width: 40 })).toEqual(expected));

test("the destination of a link may be a page or a block", () => {
  const links = [...inlinesOf(parseDocument(`[a]([[Other page]]) [b](((${UUID})))`).blocks)];
  expect(links.flatMap((one) => (one.type === "link" ? [one.href] : []))).toEqual([
    "Other page",
    `((${UUID}))`,
  ]);
});
