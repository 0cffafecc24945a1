/**
 * Closes the objects from which all others inherit: nothing can be added to them. So no key of an essay can become a property
 * of every object, whatever a package does with it.
 */
export function closePrototypes(): void {
  for (const { prototype } of [Object, Array, Function, String, Number, Boolean])
    Object.preventExtensions(prototype);
}
