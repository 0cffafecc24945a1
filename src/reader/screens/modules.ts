/**
 * The modules of all screens, and the functions that call the visible one.
 */
import type { Screen, State } from "../state.ts";
import { helpScreen } from "./help/help.ts";
import { librariesScreen } from "./libraries/libraries.ts";
import { listScreen } from "./list/list.ts";
import { pageScreen } from "./page/page-screen.ts";
import { peekScreen } from "./peek/peek.ts";
import { answerScreen } from "./pipe/answer.ts";
import { pipeScreen } from "./pipe/pipe.ts";
import type { ScreenModule } from "./screen.ts";
import { paletteScreen } from "./palette/palette.ts";
import { searchScreen } from "./search/search.ts";
import { shelfScreen } from "./shelf/shelf.ts";
import { tagsScreen } from "./tags/tags.ts";

type Modules = { readonly [Kind in Screen["kind"]]: ScreenModule<Extract<Screen, { kind: Kind }>> };

const MODULES: Modules = {
  shelf: shelfScreen,
  page: pageScreen,
  list: listScreen,
  search: searchScreen,
  tags: tagsScreen,
  libraries: librariesScreen,
  palette: paletteScreen,
  peek: peekScreen,
  pipe: pipeScreen,
  answer: answerScreen,
  help: helpScreen,
};

/** The module of a screen; it only receives screens of its kind. */
export function moduleOf(screen: Screen): ScreenModule<Screen> {
  return MODULES[screen.kind] as unknown as ScreenModule<Screen>;
}

/** A screen that is updated for the present state. */
export function surfaced(state: State, screen: Screen, before: State = state): Screen {
  return moduleOf(screen).relaid?.(state, screen, before) ?? screen;
}
