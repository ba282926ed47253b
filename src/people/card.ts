/** What parts a display name in the group's form. */
const parted = /\s*[-_—–－|｜·~～/\\+＋]+\s*/u;

/** The parts that the group's form has: name, organisation, business, city (姓名-公司-岗位-城市). */
export const formParts = 4;

/** How much of the group's form a display name has (名片格式): its parts, at most {@link formParts}. */
export const cardParts = (name: string): number =>
  Math.min(
    formParts,
    name
      .replace(/\?+/g, '')
      .split(parted)
      .filter((part) => part.trim()).length,
  );
