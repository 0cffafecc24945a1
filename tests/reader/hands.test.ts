/**
 * Keys of vi, less and emacs.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineText } from "../../src/layout/line.ts";
import { percent } from "../../src/reader/screens/page/page.ts";
import { pageHeight } from "../../src/reader/geometry.ts";
import { remapped } from "../../src/reader/remap.ts";
import type { Page } from "../../src/reader/state.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const paragraphs = Array.from({ length: 100 }, (_, nth) => `Paragraph ${nth + 1} of it.`).join("\n\n");
const sources = Object.fromEntries(
  Array.from({ length: 60 }, (_, nth) => [
    `e${nth}.md`,
    essay(
      { title: `Essay ${nth}`, order: nth },
      nth === 0 ? `${paragraphs}\n\nneedle\n\n${paragraphs}` : "x",
    ),
  ]),
);

function shelf(): Reader {
  return reader(sources);
}

function pageOf(one: Reader): Page {
  const { screen } = one.state();
  if (screen.kind !== "page") throw new Error(`no page is seen, but ${screen.kind}`);
  return screen.page;
}

describe("half pages", () => {
  test("d and u are ^D and ^U, on the shelf and in an essay", () => {
    const { cursor } = shelf().press("ctrl+d").state().shelf;
    expect(cursor).toBeGreaterThan(0);
    expect(shelf().press("d").state().shelf.cursor).toBe(cursor);
    expect(shelf().press("d", "u").state().shelf.cursor).toBe(0);
    const one = shelf().press("enter", "d");
    const half = Math.floor(pageHeight(one.state().size) / 2);
    // A screen does not begin with the blank line between two paragraphs.
    expect([half - 1, half]).toContain(pageOf(one).top);
    expect(pageOf(shelf().press("enter", "ctrl+d")).top).toBe(pageOf(one).top);
    expect(pageOf(one.press("u")).top).toBe(0);
  });
});

test("turns back show the screens of the turns before, and turns on after them do so, too", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("space", "d"), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 8, max: 30 }),
      (keys, rows) => {
        const one = reader(sources, { columns: 60, rows }).press("enter");
        const back = { space: "b", d: "u" };
        const seen = [one.screen(), ...keys.map((key) => one.press(key).screen())];
        // At the end of the essay a turn shows the same screen.
        const ways = keys.map((key, nth) => ({ key, from: seen[nth]!, to: seen[nth + 1]! }));
        const turns = ways.filter(({ from, to }) => from.join("\n") !== to.join("\n"));
        for (const { key, from } of turns.toReversed()) expect(one.press(back[key]).screen()).toEqual(from);
        for (const { key, to } of turns) expect(one.press(key).screen()).toEqual(to);
      },
    ),
    { numRuns: 20 },
  );
});

describe("the line to the top, the middle, the bottom", () => {
  test.each([
    ["t", 30],
    ["z", 21],
    ["b", 11],
  ])("z%s on the shelf", (key, top) => {
    // 24 rows: a header, 20 of the list, a status line, and blank rows between them.
    const one = shelf().press("3", "1", "G", "z", key);
    expect(one.state().shelf).toMatchObject({ cursor: 30, top });
  });

  test("the match moves to the top, the middle and the bottom of the screen", () => {
    const one = shelf().press("enter", "/", ..."needle", "enter", "z", "t");
    const page = pageOf(one);
    const [match] = page.matches;
    expect(page.top).toBe(match!.line);
    expect(pageOf(one.press("z", "z")).top).toBe(match!.line - 10);
    expect(pageOf(one.press("z", "b")).top).toBe(match!.line - 21);
  });

  test("without a match or a link, the first paragraph on the screen moves; z alone does nothing", () => {
    const one = shelf().press("enter", "j");
    const { top, lines } = pageOf(one);
    const first = lines.findIndex(
      ({ block }, at) => at >= top && block >= 0 && block !== lines[at - 1]?.block,
    );
    const text = lineText(lines[first]!) === "" ? first + 1 : first;
    expect(pageOf(one.press("z", "t")).top).toBe(text);
    expect(pageOf(one.press("z", "j")).top).toBe(text);
  });
});

describe("per cent", () => {
  test.each([1, 33, 50, 99, 100])("%i% in an essay", (count) => {
    const one = shelf().press("enter", ...String(count), "%");
    expect(percent(pageOf(one), pageHeight(one.state().size))).toBe(count);
  });

  test("on the shelf, and without a number", () => {
    expect(shelf().press("5", "0", "%").state().shelf.cursor).toBe(30);
    expect(shelf().press("%").screen().at(-1)).toContain("type the number first");
  });
});

describe("the palette", () => {
  test(": opens it on every screen; ^N and ^P move, as in emacs", () => {
    for (const keys of [[":"], ["enter", ":"], ["t", ":"]])
      expect(
        shelf()
          .press(...keys)
          .state().screen.kind,
      ).toBe("palette");
    expect(shelf().press("ctrl+n", "ctrl+n", "ctrl+p").state().shelf.cursor).toBe(1);
    expect(pageOf(shelf().press("enter", "ctrl+n", "ctrl+n", "ctrl+p")).top).toBe(1);
  });

  test("the palette lies over the screen below", () => {
    const screen = shelf().press("enter", ":").screen();
    expect(screen.join("\n")).toContain("Paragraph 1 of it.");
    expect(screen.at(-1)).toMatch(/^ : /);
  });

  test("the palette finds an action by its name, shows its key and performs it", () => {
    const one = shelf().press("enter", ":", ..."outline");
    expect(one.screen().find((line) => line.includes("▌"))).toMatch(/▌ outline +o$/);
    expect(one.press("enter").state().screen).toMatchObject({ kind: "list", what: "outline" });
  });

  test("the palette finds an action by a word of its help, and by letters of its name", () => {
    expect(
      shelf()
        .press("enter", ":", ..."measure")
        .screen()
        .join("\n"),
    ).toMatch(/▌ wider|▌ narrower/);
    expect(
      shelf()
        .press("enter", ":", ..."nxth")
        .screen()
        .join("\n"),
    ).toContain("▌ next heading");
  });

  test("an action of the shelf is performed on the shelf", () => {
    const one = shelf().press("enter", ":", ..."reverse", "enter");
    expect(one.state().screen.kind).toBe("shelf");
    expect(one.state().shelf.reverse).toBe(true);
  });

  test("an action of another screen is reported with its key", () => {
    const one = shelf().press(":", ..."any or all", "enter");
    expect(one.screen().at(-1)).toContain("a in the list of tags");
  });

  test(":q does what the key q does, and the palette shows this key; :qa leaves ibid", () => {
    const quit = { kind: "quit", code: 0 };
    const under = (one: Reader): string => one.screen().findLast((line) => /▌ [a-z]/.test(line))!;
    const onEssay = shelf().press("enter", ":", "q");
    expect(under(onEssay)).toMatch(/▌ back +q .*back to where you came from/);
    expect(onEssay.press("enter").state().screen.kind).toBe("shelf");
    expect(onEssay.effects()).not.toContainEqual(quit);
    const onList = shelf().press("enter", "o", ":", "q", "enter");
    expect(onList.state().screen.kind).toBe("page");
    const onShelf = shelf().press(":", "q");
    expect(under(onShelf)).toMatch(/▌ quit +q .*leave ibid/);
    expect(onShelf.press("enter").effects().at(-1)).toEqual(quit);
    for (const command of ["qa", "q!", "x"])
      expect(
        shelf()
          .press("enter", ":", ...command, "enter")
          .effects()
          .at(-1),
      ).toEqual(quit);
  });

  test(":30 and :50% move", () => {
    expect(
      shelf()
        .press(":", ..."30", "enter")
        .state().shelf.cursor,
    ).toBe(29);
    expect(
      shelf()
        .press(":", ..."50%", "enter")
        .state().shelf.cursor,
    ).toBe(30);
  });

  test(":essay opens one by its name, and Backspace goes back", () => {
    const one = shelf().press("enter", ":", ..."essay essay 17", "enter");
    expect(pageOf(one).essay.title).toBe("Essay 17");
    expect(pageOf(one.press("backspace")).essay.title).toBe("Essay 0");
    // A name that is no action's is an essay's.
    expect(pageOf(shelf().press(":", ..."essay 17", "enter")).essay.title).toBe("Essay 17");
  });

  test("Esc, and Backspace in an empty field, close the palette", () => {
    expect(shelf().press("enter", ":", "a", "esc").state().screen.kind).toBe("page");
    expect(shelf().press("enter", ":", "a", "backspace", "backspace").state().screen.kind).toBe("page");
  });

  test("a click performs the action under it", () => {
    const one = shelf().press("enter", ":", ..."outline");
    const row = one.screen().findIndex((line) => line.includes("▌"));
    one.send({ kind: "mouse", event: { kind: "click", row, column: 5 } });
    expect(one.state().screen).toMatchObject({ kind: "list", what: "outline" });
  });

  test("the palette shows remapped keys; a sequence of two keys can be bound", () => {
    const { keymap, complaints } = remapped({ palette: "z p", page: { outline: ["Z o", "ctrl+t"] } });
    expect(complaints).toEqual([]);
    const one = reader(sources, { columns: 80, rows: 24 }, { keymap }).press("enter", "z", "p", ..."outline");
    expect(one.screen().find((line) => line.includes("▌"))).toMatch(/ Zo \^T$/);
    expect(one.press("esc", "Z", "o").state().screen.kind).toBe("list");
  });

  test.each([
    [20, 5],
    [40, 10],
    [80, 24],
    [160, 50],
  ])("fits %ix%i", (columns, rows) => {
    const lines = shelf().press("enter", ":", "e").resize(columns, rows).screen();
    expect(lines).toHaveLength(rows);
    expect(lines.at(-1)).toContain(":");
  });
});

describe("keys that wait for another", () => {
  const end = (one: Reader): string => one.screen().at(-1)!;

  test.each([["shelf"], ["page"]])("are shown, and Escape cancels them alone: %s", (kind) => {
    const one = kind === "page" ? shelf().press("enter") : shelf().press("f");
    const before = one.state();
    for (const keys of [["3"], ["z"], ["1", "2", "z"]]) {
      expect(end(one.press(...keys))).toMatch(new RegExp(` ${keys.join("")} *$`));
      expect(one.press("esc").state()).toMatchObject({
        screen: before.screen,
        shelf: before.shelf,
        count: "",
        message: "",
      });
      expect(end(one)).not.toMatch(new RegExp(` ${keys.join("")} *$`));
    }
  });

  test("a second key that is bound to nothing with the first is swallowed", () => {
    const one = shelf().press("z", "x");
    expect(one.effects().filter(({ kind }) => kind === "mark")).toEqual([]);
    expect(one.state().message).toBe("zx: no action has these keys");
    expect(
      one
        .press("z", "q")
        .effects()
        .filter(({ kind }) => kind === "quit"),
    ).toEqual([]);
    expect(one.press("z", "3", "j").state().shelf.cursor).toBe(1);
    expect(one.press("z", "ctrl+c").effects().at(-1)).toEqual({ kind: "quit", code: 130 });
  });
});

describe("counts on the shelf", () => {
  const queue = (one: Reader): readonly string[] => one.state().queue;

  test("a adds and removes as many essays", () => {
    const one = shelf().press("j", "3", "a");
    expect(queue(one)).toEqual(["e1.md", "e2.md", "e3.md"]);
    expect(one.state().message).toContain("queue: 3 essays");
    expect(queue(one.press("k", "2", "a"))).toEqual(["e1.md", "e2.md", "e3.md", "e0.md"]);
    expect(queue(one.press("j", "9", "a"))).toEqual(["e0.md"]);
  });

  test("x marks as many, and says so", () => {
    const one = shelf().press("3", "x");
    expect([...one.state().readings].map(([path, { state }]) => [path, state])).toEqual([
      ["e0.md", "yes"],
      ["e1.md", "yes"],
      ["e2.md", "yes"],
    ]);
    expect(one.state().message).toBe("3 essays marked as read; U undoes this");
    expect(one.press("x").state().message).toBe("marked as not read; U undoes this");
  });

  test("s and f go on by as many", () => {
    expect(shelf().press("2", "s").state().shelf.sort).toBe("title");
    expect(shelf().press("3", "f").state().shelf.read).toBe("yes");
  });
});
