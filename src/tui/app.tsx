/**
 * The reader as Ink sees it: a text for each row, painted and ready.
 */
import { Box, Text, useApp, useInput } from "ink";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { type AnsiOptions, paintAnsi } from "../paint/ansi.ts";
import { keyNames } from "./keys.ts";
import type { Store } from "./store.ts";
import { view } from "./views/view.ts";

export interface AppProps {
  readonly store: Store;
  readonly looks: Omit<AnsiOptions, "theme">;
  /** Is handed what lends the terminal to another program. */
  readonly onReady: (suspendTerminal: ReturnType<typeof useApp>["suspendTerminal"]) => void;
}

export function App({ store, looks, onReady }: AppProps): ReactNode {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { suspendTerminal } = useApp();
  useEffect(() => onReady(suspendTerminal), [onReady, suspendTerminal]);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) store.send({ kind: "key", key: name });
  });
  const { columns, rows } = state.size;
  const painted: AnsiOptions = { ...looks, theme: state.themes[0]?.theme ?? {} };
  return (
    <Box width={columns} height={rows} overflow="hidden" flexDirection="column">
      {view(state).map((line, row) => (
        // Rows have no identity but their place.
        <Box key={row} flexShrink={0} height={1}>
          <Text wrap="truncate">{paintAnsi(line, painted) || " "}</Text>
        </Box>
      ))}
    </Box>
  );
}
