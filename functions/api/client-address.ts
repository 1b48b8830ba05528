/**
 * Who a request comes from: the address that the gateway saw, or behind proxies of one's own the one that
 * the outermost of them saw. The gateway and each proxy add an address to the right of X-Forwarded-For;
 * what stands further to the left is the client's own invention.
 */
export function clientAddress(
  seenByGateway: string,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  if (trustedProxies === 0 || forwardedFor === null) return seenByGateway;
  const addresses = forwardedFor.split(',').map((address) => address.trim());
  return addresses.at(-1 - trustedProxies) ?? seenByGateway;
}
