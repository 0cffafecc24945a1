import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { Screen } from "../../src/terminal/screen.ts";

/** A screen on a terminal of this size, and the terminal's keyboard. */
function screenOf(columns: number, rows: number): { screen: Screen; keyboard: PassThrough } {
  const keyboard = new PassThrough();
  const stdin = Object.assign(keyboard, { isTTY: true, setRawMode: () => undefined, unref: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns, rows });
  return {
    screen: new Screen(stdin as unknown as NodeJS.ReadStream, stdout as unknown as NodeJS.WriteStream),
    keyboard,
  };
}

test.each([
  [0, 0, { columns: 80, rows: 24 }],
  [120, 50, { columns: 120, rows: 50 }],
])("a terminal of %i columns and %i rows", (columns, rows, size) => {
  expect(screenOf(columns, rows).screen.size).toEqual(size);
});

test("Enter that was typed before the terminal was raw is Enter", async () => {
  const { screen, keyboard } = screenOf(80, 24);
  // A terminal driver hands over a line feed for it until then.
  keyboard.write("jj\n");
  screen.hold();
  await new Promise((resolve) => keyboard.once("data", resolve));
  const keys: string[] = [];
  screen.listen({
    onKeys: (own) => keys.push(own),
    onPaste: () => undefined,
    onMouse: () => undefined,
    onResize: () => undefined,
    onStop: () => undefined,
  });
  screen.release();
  expect(keys.join("")).toBe("jj\r");
});
