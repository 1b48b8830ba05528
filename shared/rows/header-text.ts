/**
 * A header text as it is compared: NFKC, without white space, any run of dots as one ellipsis, so
 * that “其中:财政 拨款”, “其中：财政拨款” and the line-broken “其中：\n财政拨款” are the same.
 */
export const headerText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(?:…|\.{2,})+/gu, '…');
