/** The account that exported a log stands in it under this name. */
export const ownerName = '我';
