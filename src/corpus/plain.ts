type Plain = null | string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** What stands for a map, and for a set: the only objects with these keys, as no part of a day has names for keys. */
const [map, set] = ['$map', '$set'] as const;

/** A part of a corpus as JSON has it: maps and sets as lists of what is in them, in their order. */
export function toPlain(value: unknown): Plain {
  if (value instanceof Map) return { [map]: [...value].map(toPlain) };
  if (value instanceof Set) return { [set]: [...value].map(toPlain) };
  if (Array.isArray(value)) return isFlat(value) ? value : value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value as Plain;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, toPlain(own)]));
}

/** The value that {@link toPlain} wrote down. */
export function fromPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return isFlat(value) ? value : value.map(fromPlain);
  const own = value as Record<string, unknown>;
  if (Array.isArray(own[map])) return new Map(own[map].map(fromPlain) as [unknown, unknown][]);
  if (Array.isArray(own[set])) return new Set(own[set].map(fromPlain));
  for (const key of Object.keys(own)) own[key] = fromPlain(own[key]);
  return own;
}

/** Long columns of numbers and names are most of a day. */
const isFlat = (values: readonly unknown[]) => values.every((v) => typeof v !== 'object');
