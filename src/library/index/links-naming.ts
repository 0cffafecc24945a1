/**
 * Links that may lead to an essay: those that contain one of its names.
 */
import type { Statements } from "./statements.ts";
import type { StoredLink } from "./stored-essay.ts";

/** The links that contain one of these names, decoded or not; and those too short for a name. */
export function linksNaming({ linksNaming: statement }: Statements, names: readonly string[]): StoredLink[] {
  const forms = new Set(names.flatMap((name) => [name, encodeURI(name)].map((one) => one.toLowerCase())));
  const rows = [...forms].flatMap(
    (form) => statement.all(form) as unknown as (StoredLink & { id: number })[],
  );
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : a.id - b.id,
  );
}
