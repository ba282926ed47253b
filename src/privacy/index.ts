export { innerNames, type NameSpan, type Names, showText } from './names.js';
