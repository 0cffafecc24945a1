/**
 * The reader as its host sees it: something that takes keys and draws nothing. Frames are drawn by the terminal's owner.
 */
import { useApp, useInput } from "ink";
import { useEffect } from "react";
import { keyNames } from "./keys.ts";

export interface AppProps {
  readonly onKey: (key: string) => void;
  /** Is handed what ends the host. */
  readonly onReady: (exit: () => void) => void;
}

export function App({ onKey, onReady }: AppProps): null {
  const { exit } = useApp();
  useEffect(() => onReady(exit), [exit, onReady]);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) onKey(name);
  });
  return null;
}
