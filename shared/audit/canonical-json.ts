/**
 * A value as JSON that is written in one way only (RFC 8785): names in order of their UTF-16 units, no
 * spaces, properties that are undefined left out. Equal values give equal text, in whatever order their
 * properties were set. Throws TypeError for what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const properties = Object.entries(value)
      .filter(([, content]) => content !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, content]) => `${JSON.stringify(name)}:${canonicalJson(content)}`);
    return `{${properties.join(',')}}`;
  }
  const isFigure = typeof value === 'number' && Number.isFinite(value);
  if (value === null || isFigure || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value);
  }
  throw new TypeError(`JSON cannot hold ${String(value)}`);
}
