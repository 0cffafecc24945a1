/**
 * What is remembered of an essay that was opened.
 */
import { describe, expect, test } from "vitest";
import { Memory } from "../../src/memory/memory.ts";
import { keepPlaces } from "../../src/reader/keeper.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

const long = Array.from({ length: 60 }, (_, nth) => `Paragraph ${nth + 1}.`).join("\n\n");

/** How far an essay is read after the keys, which end on the shelf. */
function stateAfter(text: string, ...keys: readonly string[]): string | undefined {
  const one = reader({ "a.md": essay({ title: "Alder" }, `${text}\n`) });
  const listeners = new Set<() => void>();
  const keeper = keepPlaces(storeOf(one, listeners), new Memory(undefined), () => 1);
  for (const key of keys) {
    one.press(key);
    for (const listener of listeners) listener();
  }
  keeper.flush();
  return one.state().readings.get("a.md")?.state;
}

function storeOf(one: Reader, listeners: Set<() => void>): Parameters<typeof keepPlaces>[0] {
  return {
    get: one.state,
    send: one.send,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

describe("an essay that was opened", () => {
  test("and left at its top is unread", () => {
    expect(stateAfter(long, "enter", "q")).toBeUndefined();
  });

  test("is begun once a line was scrolled or a page was turned", () => {
    expect(stateAfter(long, "enter", "j", "q")).toBe("begun");
    expect(stateAfter(long, "enter", "space", "q")).toBe("begun");
  });

  test("is not finished by a jump past its text, to a link or a match, but by going on from there", () => {
    const linked = `${long}\n\n[The needle](https://example.org).`;
    for (const jump of [["tab"], ["/", ..."needle", "enter"]]) {
      expect(stateAfter(linked, "enter", ...jump, "q")).toBe("begun");
      expect(stateAfter(linked, "enter", ...jump, "space", "q")).toBe("yes");
    }
  });

  test("is finished if it fits the screen, for its end was seen", () => {
    expect(stateAfter("A line.", "enter", "q")).toBe("yes");
  });
});
