/**
 * The component that Ink hosts: it receives keys and draws nothing. The terminal's owner draws the frames.
 */
import { useApp, useInput } from "ink";
import { useEffect } from "react";
import { keyNames } from "./keys.ts";

export interface AppProps {
  readonly onKey: (key: string) => void;
  /** Receives the function that ends the host. */
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
