export { type SheetField, sheetFields, toSheet } from './csv.js';
export { toJieba } from './jieba.js';
export { toJson } from './json.js';
export { byInitial, inPinyinOrder, type ReadEntry, readingOf } from './pinyin.js';
export { defaultBase, toSkos } from './skos.js';
export { toTbx } from './tbx.js';
