/**
 * The labels of tabs that the element around them lists by value (docusaurus.io, "Tabs").
 *
 *     <Tabs values={[{label: 'An apple', value: 'apple'}]}>
 *       <TabItem value="apple">Text.</TabItem>
 *     </Tabs>
 */

/** The longest list that is read, in UTF-16 code units. */
const LONGEST = 4_000;
const LIST = /\svalues=\{\s{0,99}\[([^[\]]{1,4000})\]\s{0,99}\}/;
const ENTRY = /\{[^{}]{1,500}\}/g;
const LABEL = valueIn("label");
const VALUE = valueIn("value");
const OWN_VALUE =
  /\svalue=(?:"([^"{}\n]{1,300})"|'([^'{}\n]{1,300})'|\{\s?["'`]([^"'`{}\n]{1,300})["'`]\s?\})/;

function valueIn(key: string): RegExp {
  return new RegExp(
    String.raw`[\s{,"']${key}["']?\s{0,9}:\s{0,9}(?:"([^"{}\n]{1,300})"|'([^'{}\n]{1,300})'|${"`"}([^${"`"}{}\n]{1,300})${"`"})`,
  );
}

/** Reads the tags of a text in order. */
export class TabLabels {
  /** The labels by value, of each element that is open. */
  readonly #open: ReadonlyMap<string, string>[] = [];

  /** The label of a tab whose tag has none; undefined for all other tags. */
  labelOf(tag: string): string | undefined {
    if (tag.startsWith("</Tabs")) this.#open.pop();
    else if (/^<Tabs[\s>]/.test(tag) && !tag.endsWith("/>")) this.#open.push(listedIn(tag.slice(0, LONGEST)));
    else if (/^<TabItem\s/.test(tag) && !/\slabel=/.test(tag))
      return this.#open.at(-1)?.get(first(OWN_VALUE.exec(tag)) ?? "");
    return undefined;
  }
}

function listedIn(tag: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [entry] of (LIST.exec(tag)?.[1] ?? "").matchAll(ENTRY)) {
    const [value, label] = [first(VALUE.exec(entry)), first(LABEL.exec(entry))];
    // A quotation mark would end the attribute that is made of it.
    if (value !== undefined && label !== undefined) labels.set(value, label.replaceAll('"', "”"));
  }
  return labels;
}

/** The first group that has text. */
function first(match: RegExpExecArray | null): string | undefined {
  return match?.slice(1).find((group) => group !== undefined);
}
