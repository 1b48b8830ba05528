import { read } from '@e965/xlsx';

/** Addresses outside a workbook that its cells lead to. */
export const linksIn = (workbook: Uint8Array): ReadonlySet<string> =>
  new Set(
    Object.values(read(workbook).Sheets)
      .flatMap((sheet) => Object.values(sheet) as { readonly f?: string }[])
      .flatMap(({ f }) => /^HYPERLINK\("([^"#][^"]*)"/.exec(f ?? '')?.[1] ?? []),
  );
