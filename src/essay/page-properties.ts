/**
 * The properties of a page in Logseq (docs.logseq.com, "Properties"): lines `key:: value` at its start, one of them a key that belongs to
 * a page.
 *
 *     title:: On margins
 *     alias:: [[Margins]], notes beside
 *     tags:: typography, [[books]]
 */
import { newTable } from "../text/own.ts";
import type { Header } from "./header.ts";

const PROPERTY = /^(?:- )?([A-Za-z][\w-]{0,60})::(?:[ \t](.*))?$/;
/** The keys that distinguish properties of a page from a text that begins with a word and colons. */
const TELLING = new Set("title alias aliases tags date type icon public template".split(" "));
const LISTS = new Set(["alias", "aliases", "tags"]);
/** The most properties that a page may have. */
const MOST_LINES = 200;

/** The properties of a text (line feeds only); undefined if it has none. */
export function pagePropertiesOf(text: string): Header | undefined {
  if (!PROPERTY.test(text.slice(0, 1_000).split("\n", 1)[0]!)) return undefined;
  const data = newTable<string | readonly string[]>();
  let length = 0;
  let count = 0;
  for (const line of text.split("\n", MOST_LINES)) {
    const [, key, value = ""] = PROPERTY.exec(line) ?? [];
    if (key === undefined) break;
    if (!Object.hasOwn(data, key)) data[key] = valueOf(key.toLowerCase(), value);
    length += line.length + 1;
    count++;
  }
  if (!Object.keys(data).some((key) => TELLING.has(key.toLowerCase()))) return undefined;
  return { data, body: text.slice(length), bodyLine: count + 1 };
}

function valueOf(key: string, written: string): string | readonly string[] {
  const bare = (name: string): string => name.replace(/[[\]]/g, "").replace(/^\s*#/, "").trim();
  if (!LISTS.has(key)) return bare(written);
  return written
    .split(",")
    .map(bare)
    .filter((name) => name !== "");
}
