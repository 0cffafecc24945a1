/**
 * The owner of a terminal, on streams that a test reads and writes.
 */
import { PassThrough } from "node:stream";
import { Screen } from "../../src/terminal/screen.ts";

export interface FakeTerminal {
  readonly screen: Screen;
  /** Sends what is typed, and waits until it was read. */
  readonly type: (keys: string) => Promise<void>;
  /** Listens; the keys and pastes that come then. */
  readonly heard: () => { readonly keys: string[]; readonly pastes: string[] };
  /** What was sent to the terminal. */
  readonly sent: () => string;
  /** Whether the terminal is raw. */
  readonly isRaw: () => boolean;
}

export function fakeTerminal({ columns = 80, rows = 24 } = {}): FakeTerminal {
  const keyboard = new PassThrough();
  let raw = false;
  const setRawMode = (mode: boolean): void => void (raw = mode);
  const stdin = Object.assign(keyboard, {
    isTTY: true,
    setRawMode,
    ref: () => undefined,
    unref: () => undefined,
  });
  const stdout = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY: true, columns, rows });
  let sent = "";
  stdout.on("data", (text: string) => (sent += text));
  const screen = new Screen(
    stdin as unknown as NodeJS.ReadStream,
    stdout as unknown as NodeJS.WriteStream,
    () => undefined,
  );
  return {
    screen,
    type: async (keys) => {
      const read = new Promise((resolve) => keyboard.once("data", resolve));
      keyboard.write(keys);
      await read;
    },
    heard: () => {
      const keys: string[] = [];
      const pastes: string[] = [];
      screen.listen({
        onKeys: (own) => keys.push(own),
        onPaste: (text) => pastes.push(text),
        onMouse: () => undefined,
        onResize: () => undefined,
        onStop: () => undefined,
      });
      return { keys, pastes };
    },
    sent: () => sent,
    isRaw: () => raw,
  };
}
