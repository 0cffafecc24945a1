/**
 * Converts the tokens of lists: CommonMark's, those with other marks, and numbered examples.
 */
import type { Token, Tokens } from "marked";
import type { MarkedListToken } from "../block/marked-lists.ts";
import type { ExamplesToken } from "../block/named-texts.ts";
import type { Block, List, ListItem } from "../document.ts";
import { withTaskSign } from "./task-signs.ts";

/** Converts the content of an item. */
type BlocksOf = (tokens: readonly Token[]) => Block[];

export function list(token: Tokens.List, blocksOf: BlocksOf): List {
  const items = token.items.map((item): ListItem => {
    const children = withTaskSign(blocksOf(item.tokens));
    return item.task ? { checked: item.checked === true, children } : { children };
  });
  const start = token.ordered ? (token.start === "" ? 1 : token.start) : undefined;
  return { type: "list", tight: !token.loose, items, ...(start !== undefined && { start }) };
}

export function examples({ start, items }: ExamplesToken, blocksOf: BlocksOf): List {
  const own = items.map(({ tokens }): ListItem => ({ children: blocksOf(tokens) }));
  return { type: "list", tight: own.every(({ children }) => children.length < 2), start, items: own };
}

/** A list whose items have their own number where it does not follow the one before. */
export function markedList({ numbering, isLoose, items }: MarkedListToken, blocksOf: BlocksOf): List {
  const own = items.map(({ number, tokens }, nth): ListItem => {
    const follows = nth === 0 || number === items[nth - 1]!.number + 1;
    return { ...(!follows && { number }), children: blocksOf(tokens) };
  });
  const start = items[0]!.number;
  const isUsual = numbering.kind === "1" && numbering.before === "" && numbering.after === ".";
  return { type: "list", tight: !isLoose, start, ...(!isUsual && { numbering }), items: own };
}
