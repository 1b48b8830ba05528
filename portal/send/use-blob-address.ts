import { useEffect, useState } from 'react';

/** An address in this page for a file, taken to be of a media type; null while there is none. */
export function useBlobAddress(blob: Blob | null, type: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (blob === null) return;
    const made = URL.createObjectURL(new Blob([blob], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, type]);
  return blob === null ? null : address;
}
