/**
 * Shows the marks that another reader makes, while the essay is on the screen.
 */
import type { Memory } from "../memory/memory.ts";
import { marksThere } from "./annotate.ts";
import { openPageOf } from "./keeper.ts";
import type { Store } from "./store.ts";

/** Milliseconds between two looks at the memory. A look reads a number from its file. */
const SOON = 2_000;

/** Reads the marks of the open essay again whenever another process has written the memory; returns a function that ends this. */
export function followMarks(
  store: Pick<Store, "get" | "send">,
  memory: Pick<Memory, "isWrittenElsewhere" | "marks">,
  every = SOON,
): () => void {
  const look = (): void => {
    const isChanged = memory.isWrittenElsewhere();
    const essay = openPageOf(store.get())?.essay;
    if (isChanged && essay) store.send({ kind: "remarked", essay, marks: marksThere(memory, essay) });
  };
  look();
  const timer = setInterval(look, every).unref();
  return () => clearInterval(timer);
}
