/** The exporter writes `?` for a bracket that it has lost, and breaks the row of dashes. */
const quotation = /^\s*[「?？]\s*[^「」：:\n]{1,40}[：:]\s*(.+?)\s*[」?？]\s*(?:-\s?){6,}\s*/s;

/** What a reply quotes at its head. */
export interface Quotation {
  /** The words of the message quoted. */
  text: string;
  /** How many characters the quotation takes, with its frame, UTF-16. */
  length: number;
}

/** What a WeChat reply quotes at its head (引用): `「name：…」 - - - - -`; null where it quotes nothing. */
export function quotationIn(text: string): Quotation | null {
  const [whole, quoted] = quotation.exec(text) ?? [];
  return whole === undefined || quoted === undefined ? null : { text: quoted, length: whole.length };
}
