/**
 * What the palette lists.
 */
import type { Essay } from "../../../essay/essay.ts";
import type { Action, Context } from "../../keymap.ts";
import type { Destination } from "./vi-commands.ts";

/** An action with its keys. */
export interface ActionItem {
  readonly kind: "action";
  readonly action: Action;
  readonly name: string;
  readonly help: string;
  readonly keys: readonly string[];
  readonly context: Context;
  /** The screen that performs it: the current screen, the shelf, or one that must be opened first. */
  readonly on: "here" | "shelf" | "elsewhere";
}

/** An essay to open. */
export interface EssayItem {
  readonly kind: "essay";
  readonly essay: Essay;
}

export type PaletteItem =
  | ActionItem
  | EssayItem
  | ({ readonly kind: "place" } & Destination)
  /** A command that does nothing, and why. */
  | { readonly kind: "said"; readonly words: string };
