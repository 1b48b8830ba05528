/**
 * The paper that a page is printed on while this is part of it: what the styles of one page say of paper
 * would hold for every page that is opened after it.
 */
export const PaperSize = ({ size }: { readonly size: string }) => (
  <style>{`@page { size: ${size}; margin: 12mm; }`}</style>
);
