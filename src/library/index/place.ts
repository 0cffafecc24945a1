/**
 * Computes what depends on other essays: unique slugs, and places on the shelf.
 */
import { byDefault } from "../../essay/choose.ts";
import { distinctSlugs } from "../../essay/slug.ts";
import type { Statements } from "./statements.ts";
import type { PlaceRow, SlugRow } from "./stored-essay.ts";

/** Gives each essay a unique slug. */
export function tellSlugsApart({ slugs, putSlug }: Statements): void {
  const rows = slugs.all() as unknown as SlugRow[];
  const distinct = distinctSlugs(rows.map(({ path, own_slug: slug }) => ({ path, slug })));
  rows.forEach(({ id, slug }, index) => {
    if (slug !== distinct[index]) putSlug.run(distinct[index]!, id);
  });
}

/** Gives each essay its place on the shelf. */
export function putInOrder({ places, putPlace }: Statements): void {
  const rows = places.all() as unknown as PlaceRow[];
  const essays = rows.map(({ order, date, ...row }) => ({
    ...row,
    ...(order !== null && { order }),
    ...(date !== null && { date }),
  }));
  essays.sort(byDefault).forEach(({ id, place }, index) => {
    if (place !== index) putPlace.run(index, id);
  });
}
