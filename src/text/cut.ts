const latin = /[\p{Script=Latin}\d]/u;
/** A Latin word or number at the end, with the marks that led to it. */
const lastWord = /[\s/.,，、:：(（_-]*(?:\d+[.,])?[\p{Script=Latin}\d]*$/u;

/**
 * The beginning of a text in so many characters (UTF-16): it ends neither within a character nor within a Latin word or a
 * number, unless nothing else stands in it.
 */
export function cutTo(text: string, most: number): string {
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  if (cut === text || !latin.test(text.slice(cut.length, cut.length + 1))) return cut;
  return cut.replace(lastWord, '') || cut;
}
