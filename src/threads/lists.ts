/** Word lists that the rules look into; all folded. */
export interface ThreadLists {
  stopwords: ReadonlySet<string>;
  reactions: ReadonlySet<string>;
  smalltalk: ReadonlySet<string>;
  work: ReadonlySet<string>;
}
