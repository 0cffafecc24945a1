/**
 * The pictures of a book, each once, numbered in order of appearance.
 */
import type { Picture } from "../shown-essay.ts";
import { tableOf } from "../../text/own.ts";

/** A picture, and its file in the book. */
export interface BookPicture {
  readonly file: string;
  readonly picture: Picture;
}

const EXTENSIONS = tableOf<string>({
  "image/png": "png",
  "image/gif": "gif",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/svg+xml": "svg",
});

export class BookPictures {
  readonly #files = new Map<Picture, string>();

  get all(): readonly BookPicture[] {
    return Array.from(this.#files, ([picture, file]) => ({ file, picture }));
  }

  /** Returns the file of a picture, and adds the picture to the book. */
  fileOf(picture: Picture): string {
    const known = this.#files.get(picture);
    if (known !== undefined) return known;
    const file = `images/${this.#files.size + 1}.${EXTENSIONS[picture.mediaType] ?? "bin"}`;
    this.#files.set(picture, file);
    return file;
  }
}
