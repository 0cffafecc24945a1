import { describe, expect, test } from "vitest";
import { Memory } from "../../src/memory/memory.ts";
import { CONTEXTS, keymap } from "../../src/reader/keymap.ts";
import { COMMANDS, ON_A_SCREEN_ONLY } from "../../src/reader/plain/commands.ts";
import { essay, readLibrary, temporaryLibrary } from "../support/library.ts";
import { anchorAt, openText } from "../support/marks.ts";
import { type PlainSession, plainSession } from "../support/plain.ts";

const FILES = {
  "one.md": essay(
    { title: "Is it one?", order: 1, tags: ["tea"], date: "2025-07-08" },
    "First words[^1] to [two](/two).\n\n## A heading\n\n- One thing\n- Another\n\n```sh\necho hello\n```\n\n| Year | Title |\n|---|---|\n| 1984 | Amsterdam |\n\n---\n\nLast words.\n\n[^1]: A note with [a link](https://example.org).\n",
  ),
  "two.md": essay({ title: "Two", order: 2 }, "To [a heading](/one#a-heading).\n"),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, nth) => [
      `more-${nth}.md`,
      essay({ title: `More ${nth}`, order: nth + 3 }),
    ]),
  ),
};

async function session(
  memory = new Memory(undefined),
  root = temporaryLibrary(FILES),
): Promise<PlainSession> {
  return plainSession(await readLibrary(root), memory);
}

describe("the shelf line by line", () => {
  test("says ten at a time, by number", async () => {
    const { reader, say } = await session();
    const { lines } = reader.begin();
    expect(lines[0]).toMatch(/: 14 essays\.$/);
    expect(lines[1]).toBe("1. Is it one? 2025-07-08, 1 minute.");
    expect(lines).toContain("4 more.");
    expect(say("")[0]).toMatch(/^11\. More 8\./);
    expect(say("")).toEqual(["No more essays."]);
    expect(say("p")[0]).toMatch(/^1\. Is it one\?/);
  });

  test("filters, chooses by tag, sorts, and comes back to all", async () => {
    const { say } = await session();
    expect(say("/more 11")[0]).toBe("1 essay, matching more 11.");
    expect(say("t")).toEqual(["tea: 1 essay."]);
    expect(say("t tea")[1]).toMatch(/^1\. Is it one\?/);
    expect(say("/")[0]).toBe("14 essays, all.");
    expect(say("zz")[0]).toBe("zz: no such command or number; h lists the commands.");
  });
});

describe("an essay line by line", () => {
  test("is read paragraph by paragraph, notes after what cites them, code and tables too", async () => {
    const { say } = await session();
    expect(say("1")).toEqual([
      "Is it one?",
      "8 July 2025; tea; 1 minute; 7 paragraphs.",
      "First words [1] to two.",
      "Footnote 1: A note with a link.",
      "Link 1: two, to Two.",
      "Link 2: a link, to the browser.",
      "Enter reads on, h lists every command.",
    ]);
    expect(say("")).toEqual(["Heading 2: A heading."]);
    expect(say("")).toEqual(["List of 2.", "One thing", "Another"]);
    expect(say("")).toEqual(["Code.", "echo hello", "End of the code."]);
    expect(say("")).toEqual(["Table.", "Year: 1984. Title: Amsterdam", "End of the table."]);
    // A rule has nothing to say.
    expect(say("")).toEqual(["Last words."]);
    expect(say("")).toEqual(["The end.", "j opens the next essay on the shelf: Two."]);
    expect(say("p")).toEqual(["Table.", "Year: 1984. Title: Amsterdam", "End of the table."]);
  });

  test("its links are followed, to a heading too, and left again; the browser gets the address", async () => {
    const { say, browsed } = await session();
    expect(say("1", "l")[0]).toBe("Two.");
    expect(say("l")).toContain("Heading 2: A heading.");
    expect(say("u")[0]).toBe("Two.");
    expect(say("u")).toContain("First words [1] to two.");
    expect(say("l 2")).toEqual(["To the browser: https://example.org."]);
    expect(browsed).toEqual(["https://example.org"]);
    expect(say("u")).toEqual(["Nothing to go back to; q goes to the shelf."]);
  });

  test("headings, words and paragraphs are gone to", async () => {
    const { say } = await session();
    expect(say("1", "o")[0]).toBe("1. A heading, level 2, paragraph 2.");
    expect(say("o 1")).toEqual(["Paragraph 2 of 7.", "Heading 2: A heading."]);
    expect(say("/ last")).toEqual(["Paragraph 7 of 7.", "Last words."]);
    expect(say("3")[0]).toBe("Paragraph 3 of 7.");
    expect(say("/ nowhere")).toEqual(["nowhere is not in this essay."]);
  });

  test("words are found forwards and backwards, around the ends", async () => {
    const root = temporaryLibrary({
      "a.md": essay({ title: "A" }, "Word one.\n\nA café.\n\nWord two.\n\nWord three.\n"),
    });
    const { say } = await session(new Memory(undefined), root);
    expect(say("1", "/")).toEqual(["You have not searched for anything yet."]);
    expect(say("N")).toEqual(["You have not searched for anything yet."]);
    // As on the screen: accents do not matter, and case only if a capital is typed.
    expect(say("/ cafe")[1]).toBe("A café.");
    expect(say("/ WORD")).toEqual(["WORD is not in this essay."]);
    expect(say("/ word")[1]).toBe("Word two.");
    expect(say("/")[1]).toBe("Word three.");
    expect(say("N")[1]).toBe("Word two.");
    expect(say("N")[1]).toBe("Word one.");
    expect(say("N")[1]).toBe("Word three.");
  });

  test("is gone on with where one stopped, and bookmarks lead back", async () => {
    const memory = new Memory(undefined);
    const root = temporaryLibrary(FILES);
    (await session(memory, root)).say("1", "", "", "m");
    const later = await session(memory, root);
    expect(later.reader.begin().lines).toContain("c continues Is it one?, 42 per cent read.");
    expect(later.say("c")).toContain("Where you stopped, paragraph 3; 1 is the beginning.");
    expect(later.say("q", "'")).toContain("1. Is it one? List of 2.");
    expect(later.say("1")).toContain("One thing");
  });

  test("a bookmark is removed, and what is none is not", async () => {
    const { say } = await session();
    expect(say("1", "m", "q", "d 1")).toEqual(["No bookmark has that number; ' lists them."]);
    expect(say("'")[0]).toBe("1 bookmark.");
    expect(say("d 1")).toEqual(["No bookmarks yet; m in an essay makes one."]);
  });

  test("nothing in it is sent as it is", async () => {
    const root = temporaryLibrary({ "a.md": "# T\u001b]0;x\u0007\n\nText \u001b[31mred.\n" });
    const { say } = await session(new Memory(undefined), root);
    expect(say("1").join("\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

test("? alone is the help, as it is on the screen", async () => {
  const { say } = await session();
  expect(say("?")).toEqual(say("h"));
  expect(say("1", "?")).toEqual(say("h"));
});

describe("the same core as the screen", () => {
  test.each(["shelf", "page"] as const)(
    "every action on the %s makes sense in lines, or says why not",
    async (context) => {
      for (const { action, keys } of keymap[context]) {
        const command = COMMANDS[context].find((one) => one.action === action);
        if (command || ON_A_SCREEN_ONLY.has(action)) continue;
        const { say } = await session();
        const [first = ""] = context === "page" ? say("1", keys[0]!) : say(keys[0]!);
        expect(first, action).not.toMatch(/no such command/);
      }
    },
  );

  test("every action of every other screen is a command, or says why not", () => {
    const commands = Object.values(COMMANDS).flatMap((all) => all.map(({ action }) => action));
    const own = [...keymap.shelf, ...keymap.page].map(({ action }) => action);
    const known = new Set([...commands, ...own, ...ON_A_SCREEN_ONLY.keys()]);
    for (const context of CONTEXTS)
      for (const { action } of keymap[context]) expect(known, `${context}: ${action}`).toContain(action);
  });

  test("no command is there twice, and each action is one of the screen's", async () => {
    const actions = new Set(CONTEXTS.flatMap((context) => keymap[context].map(({ action }) => action)));
    for (const all of Object.values(COMMANDS)) {
      const words = all.flatMap((command) => command.words);
      expect(new Set(words).size).toBe(words.length);
      for (const { action } of all) expect(actions, action).toContain(action);
    }
  });

  test("the screen's keys work where no word is in their way, the user's own too", async () => {
    const { say } = await session();
    expect(say("1", "]")).toEqual(["Paragraph 2 of 7.", "Heading 2: A heading."]);
    expect(say("G")[0]).toBe("Paragraph 7 of 7.");
    expect(say("T")).toEqual(["T does nothing here: there are no colours."]);
    expect(say("q", "r")[0]).toBe("14 essays, all, by order, reversed.");
    expect(say("x 1")).toEqual(["Marked as read."]);
    expect(say("C")[0]).toBe("2 essays, read last.");
  });
});

describe("marks of the reader's own, line by line", () => {
  test("a sentence is highlighted and named after its paragraph, and goes again", async () => {
    const { say } = await session();
    expect(say("1", "hl 1")[0]).toMatch(/^Highlighted “First words to two.”/);
    expect(say("r").at(-1)).toBe("Your mark 1: “First words to two.”.");
    expect(say("rm")).toEqual(["Mark removed from “First words to two.”."]);
    expect(say("r").join(" ")).not.toContain("our mark");
    expect(say("undo", "r").at(-1)).toContain("Your mark 1");
  });

  test("words are highlighted once, and a note joins the mark on the same words", async () => {
    const { say } = await session();
    say("1", "hl 1");
    expect(say("hl 1")).toEqual(["That is highlighted already."]);
    expect(say("note 1 Ask why.")[0]).toMatch(/^Note saved on “First words to two.”/);
    say("note 1 Ask again.");
    expect(say("marks")).toHaveLength(1);
    expect(say("marks")[0]).toMatch(/Your note: Ask why\..*Ask again\./);
  });

  test("a note on a sentence joins the highlight that it is in", async () => {
    const { say } = await session();
    say("1", "3", "hl");
    expect(say("hl 2")).toEqual(["That is highlighted already."]);
    expect(say("note 2 Ask why.")[0]).toMatch(/^Note saved on “One thing/);
    expect(say("marks")).toHaveLength(1);
    expect(say("marks")[0]).toContain("Your note: Ask why.");
  });

  test("a note without a number is on the mark just made, until another paragraph is read", async () => {
    const { say } = await session();
    say("1", "3", "hl 2");
    expect(say("note Ask why.")[0]).toMatch(/^Note saved on “Another”/);
    say("note And how.");
    expect(say("marks")).toEqual(["1. “Another”, paragraph 3. Your note: Ask why. And how."]);
    say("p", "n", "note On all of it.");
    expect(say("marks")).toHaveLength(2);
  });

  test("a row of a table is a sentence, its header is none", async () => {
    const { say } = await session();
    expect(say("1", "5", "hl 1")[0]).toMatch(/^Highlighted “1984 Amsterdam”/);
    expect(say("hl 2")).toEqual(["There is no such sentence in this paragraph."]);
  });

  test("a note is read after its paragraph", async () => {
    const { say } = await session();
    say("1", "note Ask why.");
    expect(say("r").join(" ")).toContain("Note of your own: Ask why.");
    expect(say("marks")).toEqual(["1. “First words to two.”, paragraph 1. Your note: Ask why."]);
  });

  test("what can't be done is said", async () => {
    const { say } = await session();
    expect(say("1", "hl 9")).toEqual(["There is no such sentence in this paragraph."]);
    expect(say("hl all of it")).toEqual(["hl takes the number of a sentence, or nothing."]);
    expect(say("note")).toEqual(["What is the note? Type note, and then its words."]);
    expect(say("rm 3")).toEqual(["There is no mark 3."]);
    expect(say("undo")).toEqual(["Nothing to undo."]);
    expect(say("marks")).toEqual(["You have no marks in this essay."]);
  });

  test("those of essays that are not found are listed, too", async () => {
    const memory = new Memory(undefined);
    const anchor = anchorAt(openText("What it was about."), "What it was");
    memory.marks.add({ file: "/gone/old.md", slug: "old", title: "An old one" }, anchor, 1, { note: "Why?" });
    const { say } = await session(memory);
    expect(say("marks")).toEqual([
      "Of an essay that is not found, An old one: “What it was”. Your note: Why?",
    ]);
    say("2", "hl", "q");
    expect(say("marks").slice(-2)).toEqual([
      "1. Two. “To a heading.”.",
      "Of an essay that is not found, An old one: “What it was”. Your note: Why?",
    ]);
  });

  test("those of all essays are listed, and lead there", async () => {
    const { say } = await session();
    say("2", "hl", "q", "1", "o 1", "hl");
    const lines = say("marks all");
    expect(lines).toContain("1. Is it one? “A heading”.");
    expect(lines).toContain("2. Two. “To a heading.”.");
    expect(say("1")).toContain("Your mark 1: “A heading”.");
  });
});
