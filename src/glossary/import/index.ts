export { readSheet, type SheetRow } from './csv.js';
export {
  type ClashReason,
  type FieldChange,
  importChanges,
  type MergePreview,
  previewMerge,
} from './merge.js';
export { readTbx } from './tbx.js';
