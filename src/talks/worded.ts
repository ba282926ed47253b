/** What words a text as a question: a mark, a particle at the end of a clause, a word that asks for somebody or by yes and no. */
const asking =
  /[?？]|[吗呢么](?=[\s，,。.!！~～]|$)|哪[位个些里]|谁(?!都|也)|有没有|是不是|能不能|可不可以|请问|请教|是否/;

/** Whether a text is worded as a question. */
export const isWordedAsQuestion = (text: string): boolean => asking.test(text);
