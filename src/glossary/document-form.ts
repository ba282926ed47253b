import { citationsIn, type Document } from '../talks/index.js';

/** A number of a document in a source that is not written as its issuer writes it. */
export interface OddNumber {
  written: string;
  /** As it is written where it is meant: `银发〔2016〕261号`. */
  meant: string;
  /** Whether the table of documents has what is meant. */
  isKnown: boolean;
}

/** An issuer's letters, a year in brackets of any kind, a number, and its 号 where that was not left out. */
const loose =
  /([\u4e00-\u9fff]{1,12})\s?([〔﹝[［(（【〖<《〈{｛「])\s?((?:19|20)\d\d)\s?[〕﹞\]］)）】〗>》〉}｝」]\s?(第?)\s?(\d{1,4})(?!\d)(\s?号)?/g;
/** What letters of a document end with: behind anything else a year and a number are no number of a document without 号. */
const lettersEnd = /[发令告函字规文办付释]$/;

const halfWidth = (text: string) =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** The numbers of documents (文号) in a source that are written with other brackets, other digits or without 号. */
export function oddNumbers(source: string, documents: readonly Document[]): OddNumber[] {
  return [...halfWidth(source).matchAll(loose)].flatMap((found) => {
    const [all, letters, , year, ordinal, number, sign] = found;
    if (!sign && !lettersEnd.test(letters!)) return [];
    const written = source.slice(found.index, found.index + all.length);
    const meant = `${letters}〔${year}〕${ordinal}${number}号`;
    const isKnown = citationsIn(meant, documents).some((c) => c.document !== null);
    return written === meant ? [] : [{ written, meant, isKnown }];
  });
}
