// The client's address: the right-most hop that no configured proxy vouches for. Anything odd means the socket.
import { BlockList, isIP } from 'node:net';

export function createClientIp(
	trustedProxies: string[]
): (socketIp: string | undefined, forwardedFor: string | null) => string {
	const trusted = new BlockList();
	for (const entry of trustedProxies) addEntry(trusted, entry);

	return (socketIp, forwardedFor) => {
		// The caller has hung up: there is no address any more, and nobody to answer.
		if (!socketIp) return 'gone';
		const socket = withoutMapping(socketIp);
		if (!forwardedFor || !isTrusted(trusted, socket)) return socket;
		const hops = forwardedFor.split(',').map((hop) => withoutMapping(hop.trim()));
		// An unreadable list is no reason to believe any of it.
		if (hops.length > 50 || hops.some((hop) => isIP(hop) === 0)) return socket;
		return hops.findLast((hop) => !isTrusted(trusted, hop)) ?? hops[0] ?? socket;
	};
}

function addEntry(list: BlockList, entry: string): void {
	const [address = '', prefix] = entry.split('/');
	const version = isIP(address);
	if (version === 0) throw new Error(`FOYER_TRUSTED_PROXIES: not an address or CIDR range: ${entry}`);
	const family = version === 6 ? 'ipv6' : 'ipv4';
	if (prefix === undefined) list.addAddress(address, family);
	else list.addSubnet(address, Number(prefix), family);
}

function isTrusted(list: BlockList, ip: string): boolean {
	return list.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}

function withoutMapping(ip: string): string {
	return ip.replace(/^::ffff:(?=\d+\.)/i, '');
}
