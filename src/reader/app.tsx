/**
 * The reader as Ink sees it: a text for each row, painted and ready.
 */
import { Box, Text, useApp, useInput } from "ink";
import { type ReactNode, useEffect, useLayoutEffect, useSyncExternalStore } from "react";
import { type AnsiOptions, paintAnsi } from "../formats/ansi.ts";
import { MOUSE_OFF, MOUSE_ON } from "../terminal/mouse.ts";
import { keyNames } from "./keys.ts";
import type { Store } from "./store.ts";
import type { Suspend } from "./suspend.ts";
import { view } from "./views/view.ts";

export interface AppProps {
  readonly store: Store;
  readonly looks: Omit<AnsiOptions, "theme">;
  readonly stdout: NodeJS.WriteStream;
  /** Is handed what lends the terminal to another program. */
  readonly onReady: (suspendTerminal: Suspend) => void;
}

export function App({ store, looks, stdout, onReady }: AppProps): ReactNode {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { suspendTerminal } = useApp();
  const { mouse } = state;
  // As Ink restores the terminal, however the program ends, so this is undone.
  useLayoutEffect(() => {
    if (!mouse) return undefined;
    stdout.write(MOUSE_ON);
    return () => void stdout.write(MOUSE_OFF);
  }, [mouse, stdout]);
  useEffect(() => {
    const lend: Suspend = async (callback) => {
      stdout.write(MOUSE_OFF);
      await suspendTerminal(callback);
      if (store.get().mouse) stdout.write(MOUSE_ON);
    };
    onReady(lend);
  }, [onReady, store, stdout, suspendTerminal]);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) store.send({ kind: "key", key: name });
  });
  const { columns, rows } = state.size;
  const painted: AnsiOptions = { ...looks, theme: state.themes[0]?.theme ?? {} };
  return (
    // The rows are as wide as the screen at most: clipping them would take Ink as long as drawing them.
    <Box width={columns} height={rows} flexDirection="column">
      {view(state).map((line, row) => (
        // Rows have no identity but their place.
        <Box key={row} flexShrink={0} height={1}>
          <Text wrap="truncate">{paintAnsi(line, painted) || " "}</Text>
        </Box>
      ))}
    </Box>
  );
}
