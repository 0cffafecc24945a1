/**
 * What the palette finds: actions and essays.
 */
import { describe, expect, test } from "vitest";
import { paletteItems } from "../../src/reader/screens/palette/items.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const sources = {
  "2019/how-to-ship.md": essay({ title: "Getting things out", order: 202 }, "A few words.\n"),
  "two.md": essay({ title: "Two kinds of readers", order: 7 }, "A few words.\n"),
  "other.md": essay(
    { title: "Something else", order: 8, description: "About the outline" },
    "A few words.\n",
  ),
};

function typed(text: string, one: Reader = reader(sources)): Reader {
  return one.press(":", ...Array.from(text, (letter) => (letter === " " ? "space" : letter)));
}

function names(one: Reader): string[] {
  const { screen } = one.state();
  if (screen.kind !== "palette") return [];
  return paletteItems(screen, one.state()).map((item) =>
    item.kind === "essay"
      ? item.essay.title
      : item.kind === "action"
        ? item.name
        : item.kind === "said"
          ? item.words
          : item.action,
  );
}

function opened(one: Reader): string | undefined {
  const { screen } = one.press("enter").state();
  return screen.kind === "page" ? screen.page.essay.title : undefined;
}

describe("an essay is named in the palette as on the command line", () => {
  test.each(["2019/how-to-ship.md", "how-to-ship", "how-to", "#202", "202", "things out"])(
    ":essay %s",
    (name) => {
      expect(opened(typed(`essay ${name}`))).toBe("Getting things out");
    },
  );

  test("without the word essay, too", () => {
    expect(opened(typed("how-to-ship"))).toBe("Getting things out");
    expect(opened(typed("#202"))).toBe("Getting things out");
  });
});

describe("the order", () => {
  test("a title comes before an action whose description matches, which stays", () => {
    const found = names(typed("two", reader(sources).press("enter")));
    expect(found[0]).toBe("Two kinds of readers");
    expect(found).toContain("spread");
  });

  test("the name of an action comes before essays that only describe it", () => {
    const found = names(typed("outline", reader(sources).press("enter")));
    expect(found[0]).toBe("outline");
    expect(found).toContain("Something else");
  });

  test("what cannot be done here is last, unless its name begins with the words", () => {
    expect(names(typed("utline")).at(-1)).toBe("outline");
    expect(names(typed("utline"))[0]).toBe("Something else");
  });

  test("the name that was typed, then names that begin with it, come before essays and descriptions, on every screen", () => {
    const noted = {
      ...sources,
      "notes.md": essay({ title: "Note" }),
      "them.md": essay({ title: "Them and us" }),
    };
    for (const keys of [[], ["enter"]]) {
      const found = (words: string): string[] => names(typed(words, reader(noted).press(...keys)));
      expect(found("note").slice(0, 2)).toEqual(["note", "notes"]);
      expect(found("note")).toContain("Note");
      expect(found("them").slice(0, 2)).toEqual(["theme", "Them and us"]);
      expect(found("next e")[0]).toBe("next essay");
      expect(found("nextEssay")[0]).toBe("next essay");
    }
  });
});

test("an action has no key that does something else on this screen", () => {
  const row = (one: Reader): string => one.screen().find((line) => line.includes("leave ibid"))!;
  expect(row(typed("quit"))).toMatch(/quit +q +leave ibid/);
  expect(row(typed("quit", reader(sources).press("enter")))).toMatch(/quit +leave ibid/);
});

test("a name that nothing has", () => {
  expect(typed("xqzzjw").screen().join("\n")).toContain("No action or essay has this name.");
});

test("what a row has no room for stands in the rule above, for the item under the cursor", () => {
  const own = reader(sources, { columns: 40, rows: 10 }).press(":", ..."half down");
  const rows = own.screen();
  const rule = rows.findIndex((row) => row.startsWith("─"));
  expect(rows[rule]).toMatch(/^─ half a screen down ─+$/);
  expect(rows[rule + 1]).toMatch(/^ ▌ half down +d \^D$/);
});

describe("commands of vi", () => {
  const page = (): Reader => reader(sources).press("enter");

  test.each(["set", "set number", "w", "w!", "e", "essay", "essay ", "map"])(
    ":%s does nothing, and says why",
    (command) => {
      const own = page();
      const before = own.state();
      const after = typed(command, own).press("enter").state();
      expect(after).toMatchObject({ screen: before.screen, shelf: before.shelf });
      expect(after.message).toMatch(
        /^(?:commands change no settings|ibid changes no file|type a name|keys are bound)/,
      );
    },
  );

  test(":n and :prev go to the essays beside it, :$ and :0 to its ends", () => {
    const own = typed("n", page()).press("enter");
    expect(own.state().screen).toMatchObject({ page: { essay: { title: "Something else" } } });
    expect(opened(typed("prev", own))).toBe("Two kinds of readers");
    const long = reader({ "a.md": essay({ title: "A" }, Array(90).fill("Words.").join("\n\n")) }).press(
      "enter",
    );
    const top = (one: Reader): number | undefined => {
      const { screen } = one.state();
      return screen.kind === "page" ? screen.page.top : undefined;
    };
    const bottom = top(long.press("G"));
    expect(top(typed("0", long).press("enter"))).toBe(0);
    expect(top(typed("$", long).press("enter"))).toBe(bottom);
    expect(typed("0", long).screen().join("\n")).toContain("to the top");
  });

  test(":n on the shelf says where it is a command", () => {
    expect(typed("n").press("enter").state()).toMatchObject({ screen: { kind: "shelf" } });
  });

  test(":dark and :colorscheme mean the theme", () => {
    expect(names(typed("dark", page()))).toEqual(["theme"]);
    expect(names(typed("colorscheme", page()))[0]).toBe("theme");
  });

  test("scattered letters count only where nothing has the words", () => {
    const found = (words: string): string[] =>
      names(typed(words, reader({ ...sources, "s.md": essay({ title: "Some old rut" }) })));
    expect(found("sort")[0]).toBe("sort");
    expect(found("sort")).not.toContain("Some old rut");
    expect(found("meoldru")).toContain("Some old rut");
  });
});
