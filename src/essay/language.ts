/**
 * The language that an essay names as its own.
 */
import { valueAt, keysOf } from "./keys.ts";
import type { Essay } from "./essay.ts";
import { baseName, languageSuffix } from "./slug.ts";

const KEYS = ["lang", "language", "locale"];

/**
 * The tag of an essay's language (BCP 47), such as `en` or `pt-BR`: from front matter, otherwise from the
 * suffix of the file's name (`index.fr.md`); undefined if neither names a language.
 */
export function languageOf({ data, path }: Pick<Essay, "data" | "path">): string | undefined {
  const keys = keysOf(data);
  for (const key of KEYS) {
    const tag = languageTag(valueAt(keys, key));
    if (tag !== undefined) return tag;
  }
  return languageTag(languageSuffix(baseName(path)).slice(1));
}

/** A language tag as BCP 47 writes it, also from `en_us`; undefined if the value is not a language tag. */
function languageTag(value: unknown): string | undefined {
  if (typeof value !== "string" || !/^[a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,3}$/i.test(value.trim()))
    return undefined;
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}
