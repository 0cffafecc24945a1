/**
 * Pictures that essays name, read from the library or from the address itself (`data:`).
 *
 * An essay is other people's text, so ibid reads only regular files of the library, accepts only pictures,
 * recognises them by their first bytes, and limits the total size.
 */
import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { Picture } from "../formats/shown-essay.ts";
import { decoded } from "../links/address.ts";
import { isWithin } from "../system/is-within.ts";
import { pathOf } from "../text/trim.ts";
import { beyond, BOUNDS } from "../text/bounds.ts";
import { safeDrawing } from "./drawing.ts";
import { placesOf } from "./picture-places.ts";
import { readBytes } from "./read-file.ts";
import { messageOf } from "../text/message-of.ts";
import { memoized } from "../text/memoized.ts";

const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;
const DATA = /^data:image\/[a-z+]{1,20};base64,/i;

/** Returns pictures up to a total number of bytes; each file is read once. */
export class Pictures {
  readonly #inFile = memoized((file: string) => this.#take(this.#read(file)));
  readonly #refused: string[] = [];
  #isFull = false;
  #left: number = BOUNDS.pictures.most;

  /** Why existing pictures were not accepted. */
  get refused(): readonly string[] {
    return this.#refused;
  }

  /** The picture at an address in the file `from` of the library in `root`; undefined if there is none. */
  at(src: string, from: string, root: string): Picture | undefined {
    if (DATA.test(src)) return this.#take(pictureOf(Buffer.from(src.slice(src.indexOf(",") + 1), "base64")));
    if (src === "" || ADDRESS.test(src)) return undefined;
    const path = decoded(pathOf(src));
    const places = path.startsWith("/")
      ? [join(root, path), join(root, "static", path), join(root, "public", path)]
      : placesOf(path, from, root);
    for (const place of places) {
      const file = fileWithin(place, root);
      if (file !== undefined) return this.#inFile(file);
    }
    return undefined;
  }

  #read(file: string): Picture | undefined {
    try {
      return pictureOf(readBytes(file, "pictureBytes"));
    } catch (error) {
      this.#refused.push(`${file}: ${messageOf(error)}`);
      return undefined;
    }
  }

  #take(picture: Picture | undefined): Picture | undefined {
    if (!picture) return undefined;
    if (picture.bytes.length > this.#left) {
      if (!this.#isFull) this.#refused.push(beyond("pictures"));
      this.#isFull = true;
      return undefined;
    }
    this.#left -= picture.bytes.length;
    return picture;
  }
}

/** The real path of a file, if it exists and is in the folder. */
function fileWithin(path: string, root: string): string | undefined {
  try {
    const file = realpathSync(path);
    return isWithin(file, realpathSync(root)) ? file : undefined;
  } catch {
    return undefined;
  }
}

function pictureOf(bytes: Uint8Array): Picture | undefined {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType !== undefined) return picture(mediaType, bytes);
  const drawing = safeDrawing(bytes);
  return drawing && picture("image/svg+xml", drawing);
}

function picture(mediaType: string, bytes: Uint8Array): Picture {
  return { mediaType, bytes, base64: () => Buffer.from(bytes).toString("base64") };
}

/** By the first bytes, as browsers do (WHATWG, "MIME Sniffing", 6.1). */
function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (start.startsWith("\u0089PNG\r\n\u001a\n")) return "image/png";
  if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) return "image/gif";
  if (start.startsWith("\u00ff\u00d8\u00ff")) return "image/jpeg";
  if (start.startsWith("RIFF") && start.slice(8) === "WEBP") return "image/webp";
  return undefined;
}
