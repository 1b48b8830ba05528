import type { MadeFile } from './messages.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Milliseconds until the browser has surely taken the bytes over. */
const TAKEN_OVER = 60_000;

/** Hands a workbook to the browser's downloads. */
export const saveFile = ({ name, bytes }: MadeFile): void =>
  saveBlob({ name, blob: new Blob([bytes], { type: WORKBOOK }) });

/** Hands a file to the browser's downloads. */
export function saveBlob({ name, blob }: { readonly name: string; readonly blob: Blob }): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_OVER);
}
