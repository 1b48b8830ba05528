import encodeQR from 'qr';
import { useMemo } from 'react';

/** Modules of white around a code, without which scanners do not find it. */
const QUIET = 4;

/** A text as a QR code, drawn as one path: sharp on any paper. */
export function QrCode({ text }: { readonly text: string }) {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET }), [text]);
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={text}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
