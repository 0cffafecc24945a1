import { describe, expect, test } from "vitest";
import { TerminalInput } from "../../src/terminal/input.ts";

/** What comes of chunks, one after the other. */
function heard(...chunks: string[]): { keys: string; pastes: string[]; reports: number } {
  const input = new TerminalInput();
  const parts = chunks.flatMap((chunk) => input.push(chunk));
  return {
    keys: parts.map((part) => (part.kind === "keys" ? part.keys : "")).join(""),
    pastes: parts.flatMap((part) => (part.kind === "paste" ? [part.text] : [])),
    reports: parts.filter(({ kind }) => kind === "mouse").length,
  };
}

describe("what a terminal sends", () => {
  test("keys, the mouse and a paste are told apart", () => {
    const all = "j\u001b[<64;3;7Mk\u001b[200~two\rwords q\u001b[201~l";
    expect(heard(all)).toEqual({ keys: "jkl", pastes: ["two\rwords q"], reports: 1 });
  });

  test("in their order", () => {
    const kinds = new TerminalInput().push("/\u001b[200~one\u001b[201~\r\u001b[200~two\u001b[201~");
    expect(kinds.map(({ kind }) => kind)).toEqual(["keys", "paste", "keys", "paste"]);
  });

  test("keys before and after the wheel, in their order", () => {
    const parts = new TerminalInput().push("j\u001b[<64;3;7Mk\u001b[<65;3;7M\u001b[<35;3;7Mq");
    expect(parts.map((part) => (part.kind === "keys" ? part.keys : part.kind))).toEqual([
      "j",
      "mouse",
      "k",
      "mouse",
      "q",
    ]);
  });

  test("wherever it is parted", () => {
    const all = "j\u001b[200~some\u001b[31m text\u001b[201~k";
    for (let at = 0; at <= all.length; at++) {
      // An escape alone at the end of a chunk is the key of that name.
      if (all[at - 1] === "\u001b" || (all[at - 1] === "[" && all[at - 2] === "\u001b")) continue;
      expect(heard(all.slice(0, at), all.slice(at)), String(at)).toEqual({
        keys: "jk",
        pastes: ["some\u001b[31m text"],
        reports: 0,
      });
    }
  });

  test("^C alone ends a paste whose end is lost, and is a key", () => {
    expect(heard("\u001b[200~some", "\u0003", "k")).toEqual({
      keys: "\u0003k",
      pastes: ["some"],
      reports: 0,
    });
    expect(heard("\u001b[200~some\u0003text\u001b[201~k").pastes).toEqual(["some\u0003text"]);
  });
});
