/** A position in units of our own, for what no axis explains: a row of a list, a cell of a matrix. */
export function placedBy(field: string, domain: [number, number], range?: [number, number]) {
  return {
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: { domain, nice: false, ...(range && { range }) },
  };
}
