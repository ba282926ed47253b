/** Parts as one, by halves, so that what is in all of them is copied a few times and not once a part. */
export function mergeByHalves<T>(parts: readonly T[], merge: (a: T, b: T) => T, zero: T): T {
  if (parts.length <= 1) return parts[0] ?? zero;
  const middle = parts.length >> 1;
  return merge(
    mergeByHalves(parts.slice(0, middle), merge, zero),
    mergeByHalves(parts.slice(middle), merge, zero),
  );
}
