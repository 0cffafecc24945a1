import { describe, expect, test } from "vitest";
import { Replies } from "../../src/terminal/replies.ts";

const COLOR = "\u001b]11;rgb:ffff/ffff/ffff\u001b\\";
const LAST = "\u001b[?62;4c";

/** What is left of the pieces, and the reply. */
async function parted(...pieces: string[]): Promise<{ typed: string; reply: string | undefined }> {
  const replies = new Replies();
  const typed = pieces.map((piece) => replies.push(piece)).join("");
  return { typed, reply: replies.isWhole ? await replies.whole : undefined };
}

describe("a terminal's reply", () => {
  test.each([
    [[COLOR + LAST], ""],
    [["j", COLOR, "k", LAST, "l"], "jkl"],
    [[`j${COLOR}k${LAST}l`], "jkl"],
    [["\u001b]11;rgb:ffff/ff", "ff/ffff\u001b", "\\\u001b[?6", "2;4c"], ""],
    [["\u001b[A", COLOR + LAST, "\u001b[<64;3;7M"], "\u001b[A\u001b[<64;3;7M"],
  ])("%j is parted from the keys", async (pieces, typed) => {
    expect(await parted(...pieces)).toEqual({ typed, reply: COLOR + LAST });
  });

  test("a terminal that knows only the last question says so", async () => {
    expect(await parted(LAST)).toEqual({ typed: "", reply: LAST });
  });

  test("keys are never kept: an escape is one, and so is what begins like a reply and is none", async () => {
    expect((await parted("\u001b")).typed).toBe("\u001b");
    expect((await parted("\u001b", "j")).typed).toBe("\u001bj");
    expect((await parted("\u001b[", "B")).typed).toBe("\u001b[B");
    expect((await parted("\u001b[?", "x")).typed).toBe("\u001b[?x");
  });

  test("after the reply everything is a key", async () => {
    expect((await parted(COLOR + LAST, COLOR)).typed).toBe(COLOR);
  });
});
