// Which addresses a request of ours may reach: those of the public internet (R36). Everything else is somebody's inside.
import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registries, and multicast. */
const special = new BlockList();
for (const [network, prefix] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.31.196.0', 24],
	['192.52.193.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['192.175.48.0', 24],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3]
] as const) {
	special.addSubnet(network, prefix, 'ipv4');
}
// Of global unicast: Teredo and others that lead elsewhere, documentation, and 6to4, which wraps any IPv4 address.
for (const [network, prefix] of [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20]
] as const) {
	special.addSubnet(network, prefix, 'ipv6');
}
/** RFC 4291: whatever is not in here is not routed, or is IPv4 in disguise. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export function isPublicAddress(address: string): boolean {
	const version = isIP(address);
	if (version === 4) return !special.check(address, 'ipv4');
	return version === 6 && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

export function isLoopbackAddress(address: string): boolean {
	const version = isIP(address);
	return version !== 0 && loopback.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
