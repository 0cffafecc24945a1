import { describe, expect, test } from "vitest";
import { speak } from "../../src/reader/speaking.ts";
import { type Reader, reader } from "../support/reader.ts";

const ESSAY = `---
title: On pages
order: 1
---

First sentence.[^a] Second sentence.

${Array.from({ length: 30 }, (_, nth) => `Paragraph ${nth} says something. It goes on.`).join("\n\n")}

[^a]: The note.
`;

function opened(): Reader {
  return reader({ "a.md": ESSAY, "b.md": "---\ntitle: Other\norder: 2\n---\nText.\n" }).press("enter");
}

/** What the voice was given, "" where it was silenced. */
function said({ effects }: Reader): string[] {
  return effects().flatMap((effect) => (effect.kind === "voice" ? [effect.reads?.text ?? ""] : []));
}

/** The voice has read what it was given. */
function heard(own: Reader, failure?: string): Reader {
  const voice = own.effects().findLast((effect) => effect.kind === "voice");
  own.send({ kind: "heard", turn: voice?.reads?.turn ?? -1, failure });
  return own;
}

describe("R", () => {
  test("nothing is read unasked", () => {
    expect(said(opened().press("j", "k"))).toEqual([]);
  });

  test("reads sentence by sentence from the title on, notes after the sentence that cites them", () => {
    const own = opened().press("R");
    for (let nth = 0; nth < 4; nth++) heard(own);
    expect(said(own)).toEqual([
      "On pages.",
      "First sentence.",
      "Footnote: The note.",
      "Second sentence.",
      "Paragraph 0 says something.",
    ]);
  });

  test("begins at the paragraph at the top", () => {
    const own = opened().press("space", "R");
    const first = own.screen().find((line) => line.includes("Paragraph"));
    expect(first).toContain(said(own)[0]);
  });

  test("the sentence has a sign beside it, and the page follows it", () => {
    const own = opened().press("R");
    for (let nth = 0; nth < 40; nth++) heard(own);
    const sign = own.screen().find((line) => line.includes("▸"));
    expect(sign).toContain(said(own).at(-1));
    expect(own.screen().at(-1)).toContain("reading aloud");
  });

  test("Space pauses, and goes on with the same sentence", () => {
    const own = opened().press("R", "space");
    expect(own.screen().at(-1)).toContain("paused");
    heard(own);
    own.press("space");
    expect(said(own)).toEqual(["On pages.", "", "On pages."]);
  });

  test("what the voice says of a sentence before is late", () => {
    const own = opened().press("R", ")");
    own.send({ kind: "heard", turn: 0, failure: undefined });
    expect(said(own)).toEqual(["On pages.", "First sentence."]);
    own.press("(");
    expect(said(own).at(-1)).toBe("On pages.");
  });

  test.each([["esc"], ["q"], ["R"]])("%s ends it, and the essay stays", (key) => {
    const own = opened().press("R", key);
    expect(said(own)).toEqual(["On pages.", ""]);
    expect(own.screen().join("\n")).toContain("First sentence.");
  });

  test.each([["?"], [":"], ["ctrl+z"]])("%s makes it silent", (key) => {
    expect(said(opened().press("R", key)).at(-1)).toBe("");
  });

  test("another essay makes it silent", () => {
    const own = opened().press("R");
    const [, other] = own.state().library.essays;
    own.send({ kind: "opened", open: own.library.open(other!) });
    expect(said(own).at(-1)).toBe("");
  });

  test("a voice that fails is reported, and ends it", () => {
    const own = heard(opened().press("R"), "espeak-ng: there is no such program");
    expect(own.screen().at(-1)).toContain("espeak-ng: there is no such program");
    expect(said(own)).toEqual(["On pages.", ""]);
  });

  test("the end is said", () => {
    const own = opened().press("R", "9", "9", ")");
    heard(own);
    expect(own.screen().at(-1)).toContain("read to the end");
  });

  test("goes on with the same sentence at another width, and after an edit", () => {
    const own = opened().press("R", "9", ")");
    own.resize(60, 10);
    const text = said(own).at(-1)!;
    expect(own.screen().join("\n")).toContain(text);
    const essay = own.state().library.essays[0]!;
    const open = own.library.open(essay);
    const { screen } = own.state();
    own.send({ kind: "changed", open: { ...open, document: structuredClone(open.document) } });
    expect(screen.kind === "page" && screen.mode.kind).toBe("aloud");
    heard(own);
    expect(said(own).at(-1)).not.toBe(text);
    expect(said(own).filter((one) => one === "")).toEqual([]);
  });
});

test("a voice that is set but can't be used is not reported as none", () => {
  const failures: unknown[] = [];
  const effect = { kind: "voice", reads: { turn: 1, text: "A sentence." } } as const;
  const hear = (message: object): void => void failures.push("failure" in message && message.failure);
  speak({ voice: undefined, voiceFault: "config.toml:3: voice must be text" }, effect, hear);
  speak({ voice: undefined }, effect, hear);
  expect(failures).toEqual(["config.toml:3: voice must be text", expect.stringContaining("no voice is set")]);
});
