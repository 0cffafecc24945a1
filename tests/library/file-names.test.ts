import { join } from "node:path";
import { expect, test } from "vitest";
import { FileNames } from "../../src/library/file-names.ts";
import { temporaryLibrary } from "../support/library.ts";

test("of many files of one name, the one in the named folder is found", () => {
  const paths = Array.from({ length: 150 }, (_, nth) => `exports/page ${nth}/Image.png`);
  const root = temporaryLibrary(Object.fromEntries(paths.map((path) => [path, "x"])));
  const names = new FileNames(root);
  expect(names.find("page 149/image.png", join(root, "a.md"))).toBe(join(root, paths[149]!));
  expect(names.find("exports/page 148/image.png", join(root, "a.md"))).toBe(join(root, paths[148]!));
  expect(names.find("image.png", join(root, "a.md"))).toBe(join(root, paths[0]!));
  expect(names.find("page 150/image.png", join(root, "a.md"))).toBeUndefined();
});
