/**
 * A header text as it is compared: NFKC, without white space, any run of dots as one ellipsis, without
 * the unit some add, so that “其中:财政 拨款”, “其中：财政拨款” and the line-broken “其中：\n财政拨款”
 * are the same, and “执行率（%）” is “执行率”. A column in 元 is another column, not this one.
 */
export const headerText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(?:…|\.{2,})+/gu, '…')
    .replace(/\((?:%|万元)\)$/u, '');
