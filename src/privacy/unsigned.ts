import type { Entry } from '../text/index.js';

/** An entry as it may leave the group (外发版): who decided about it and who checked it is nobody's business outside. */
export const unsigned = ({ history: _, checked: __, ...entry }: Entry): Entry => entry;
