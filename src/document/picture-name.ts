/**
 * What a picture without a description is called: by the name of its file, as Obsidian shows `![[a.png]]` if the file is missing.
 */
import { pathOf, trimmedEnd } from "../text/trim.ts";

/** The description of a picture, otherwise the name of its file, otherwise `image`. HTML's `alt` is only the description. */
export function pictureName({ src, alt }: { readonly src: string; readonly alt: string }): string {
  if (alt !== "") return alt;
  const path = trimmedEnd(pathOf(src), "/");
  return (src.startsWith("data:") ? "" : path.slice(path.lastIndexOf("/") + 1)) || "image";
}
