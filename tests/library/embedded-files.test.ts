/**
 * Files that an essay embeds by name, wherever in the vault they lie.
 */
import { expect, test } from "vitest";
import { checkLibrary } from "../../src/library/check/check-library.ts";
import { inlinesOf } from "../../src/document/walk.ts";
import { readLibrary, temporaryLibrary } from "../support/library.ts";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The addresses in `notes/deep/a.md`, and what `check` says of it. */
async function embedded(body: string): Promise<{ addresses: string[]; messages: string[] }> {
  const library = await readLibrary(
    temporaryLibrary({
      "notes/deep/a.md": `---\ntitle: A\n---\n${body}\n`,
      "notes/deep/own/twice.png": PNG,
      "files/twice.png": PNG,
      "files/Trees/oak tree.png": PNG,
      "files/50% off.png": PNG,
      "files/talk.mp3": PNG,
      ".hidden/secret.png": PNG,
    }),
  );
  const open = library.open(library.essays[0]!);
  const addresses = Array.from(inlinesOf(open.document.blocks)).flatMap((one) =>
    one.type === "image" ? [one.src] : one.type === "link" ? [one.href] : [],
  );
  const { findings } = await checkLibrary(library, () => true);
  return { addresses, messages: findings.map(({ message }) => message) };
}

test.each([
  ["![[oak tree.png]]", "../../files/Trees/oak tree.png"],
  ["![[OAK TREE.png|200]]", "../../files/Trees/oak tree.png"],
  ["![[Trees/oak tree.png]]", "../../files/Trees/oak tree.png"],
  ["![[files/Trees/oak tree.png]]", "../../files/Trees/oak tree.png"],
  ["![[../../files/twice.png]]", "../../files/twice.png"],
  ["![[twice.png]]", "own/twice.png"],
  ["![[files/twice.png]]", "../../files/twice.png"],
  ["![[50% off.png]]", "../../files/50%25 off.png"],
  ["![[talk.mp3]]", "../../files/talk.mp3"],
  ["[[talk.mp3|A talk]]", "../../files/talk.mp3"],
])("%s is found", async (source, address) =>
  expect(await embedded(source)).toEqual({ addresses: [address], messages: [] }),
);

test.each([
  ["![[tree.png]]", "tree.png"],
  ["![[secret.png]]", "secret.png"],
  ["![[../../../etc/hostname.png]]", "../../../etc/hostname.png"],
])("%s is not", async (source, name) =>
  expect(await embedded(source)).toEqual({ addresses: [name], messages: [`${name}: no such image`] }),
);

test("an address in parentheses is no name", async () =>
  expect((await embedded("![](talk.png)")).addresses).toEqual(["talk.png"]));
