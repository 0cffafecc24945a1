/**
 * A library that is followed: no change is missed, whenever it happens.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Following, type Listener } from "../../src/library/following.ts";
import type { Library } from "../../src/library/library.ts";
import { essay, libraryIn, temporaryLibrary } from "../support/library.ts";
import { PATIENCE } from "../support/patience.ts";

const LISTENER: Listener = {
  onProgress: () => undefined,
  onEssays: () => undefined,
  onCurrent: () => undefined,
  onError: (error) => {
    throw error;
  },
};

/** The library in a folder, which calls `change` at the end of its first reading, before anything is watched. */
function changing(root: string, change: () => void): Library {
  const library = libraryIn(root, temporaryLibrary({}));
  const read = library.read.bind(library);
  let isFirst = true;
  vi.spyOn(library, "read").mockImplementation(async (...given) => {
    const changed = await read(...given);
    if (isFirst) change();
    isFirst = false;
    return changed;
  });
  return library;
}

function followed(library: Library): void {
  const following = new Following(library);
  onTestFinished(() => following.close());
  void following.follow(LISTENER);
}

const titles = (library: Library): string[] => library.essays.map(({ title }) => title);

describe("between the first reading and the watching of folders", () => {
  const files = { "one.md": essay({ title: "One" }), "two.md": essay({ title: "Two" }) };

  test("a file that comes is read", async () => {
    const root = temporaryLibrary(files);
    const library = changing(root, () => writeFileSync(join(root, "three.md"), essay({ title: "Three" })));
    followed(library);
    await vi.waitFor(() => expect(titles(library)).toContain("Three"), { timeout: PATIENCE });
  });

  test("a file that goes is gone", async () => {
    const root = temporaryLibrary(files);
    const library = changing(root, () => rmSync(join(root, "two.md")));
    followed(library);
    await vi.waitFor(() => expect(titles(library)).toEqual(["One"]), { timeout: PATIENCE });
  });
});

test("a change during a reading that damage has caused is read after it", async () => {
  const root = temporaryLibrary({ "one.md": essay({ title: "One" }) });
  const library = libraryIn(root, temporaryLibrary({}));
  let change: () => void = () => undefined;
  const following = new Following(library, (onChange) => {
    change = onChange;
    return { follow: () => undefined, close: () => undefined };
  });
  onTestFinished(() => following.close());
  await following.follow(LISTENER);
  const read = library.read.bind(library);
  vi.spyOn(library, "isCurrent", "get").mockReturnValueOnce(false);
  vi.spyOn(library, "read").mockImplementationOnce(async (...given) => {
    const changed = await read(...given);
    writeFileSync(join(root, "two.md"), essay({ title: "Two" }));
    change();
    return changed;
  });
  following.recover();
  await vi.waitFor(() => expect(titles(library)).toContain("Two"), { timeout: PATIENCE });
});

test("an error of a reading that damage has caused is reported", async () => {
  const root = temporaryLibrary({ "one.md": essay({ title: "One" }) });
  const library = libraryIn(root, temporaryLibrary({}));
  const following = new Following(library, () => ({ follow: () => undefined, close: () => undefined }));
  onTestFinished(() => following.close());
  const errors: unknown[] = [];
  await following.follow({ ...LISTENER, onError: (error) => errors.push(error) });
  vi.spyOn(library, "isCurrent", "get").mockReturnValueOnce(false);
  const failure = new Error("the folder is gone");
  vi.spyOn(library, "read").mockRejectedValueOnce(failure);
  following.recover();
  await vi.waitFor(() => expect(errors).toEqual([failure]), { timeout: PATIENCE });
});
