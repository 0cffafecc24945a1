/**
 * The places where generators find a picture or another file of an essay.
 */
import { dirname, join } from "node:path";

/** The absolute paths that the relative path `path` may mean in the essay's file `from`, the likeliest first. */
export function placesOf(path: string, from: string, root: string): string[] {
  // Hexo keeps the files of a post in a folder of the post's name ("Asset Folders").
  const assets = from.replace(/\.[^./\\]+$/, "");
  return [join(dirname(from), path), join(assets, path), join(root, path)];
}
