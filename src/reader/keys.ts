/**
 * Converts keys from Ink to the names that the keymap uses.
 */
import type { Key } from "ink";

/** One name for each pressed key; keys that were typed fast, or pasted, arrive together. */
export function keyNames(input: string, key: Key): string[] {
  const named = namedKey(key);
  if (named) return [named];
  if (key.ctrl) return input === "" ? [] : [`ctrl+${input.toLowerCase()}`];
  if (key.meta) return [];
  return Array.from(input, characterName);
}

function namedKey(key: Key): string | undefined {
  if (key.upArrow) return "up";
  if (key.downArrow) return "down";
  if (key.leftArrow) return "left";
  if (key.rightArrow) return "right";
  if (key.pageDown) return "pagedown";
  if (key.pageUp) return "pageup";
  if (key.home) return "home";
  if (key.end) return "end";
  if (key.return) return "enter";
  if (key.escape) return "esc";
  if (key.tab) return key.shift ? "shift+tab" : "tab";
  if (key.backspace || key.delete) return "backspace";
  return undefined;
}

/** Control characters within fast typing mean their keys. */
function characterName(character: string): string {
  if (character === " ") return "space";
  if (character === "\r") return "enter";
  if (character === "\t") return "tab";
  if (character === "\u001b") return "esc";
  if (character === "\u007f" || character === "\b") return "backspace";
  const code = character.charCodeAt(0);
  return code < 0x20 ? `ctrl+${String.fromCharCode(code + 0x60)}` : character;
}
