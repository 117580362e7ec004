// Which IP addresses and host names belong to this machine, a private network, or nobody (IANA special-purpose registries).
import { BlockList, isIP } from 'node:net';

const privateNetworks = listOf([
	...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
	...['::/127', 'fc00::/7', 'fe80::/10']
]);

/** Neither private nor anybody's: documentation, benchmarks, multicast, translation, what is reserved. */
const reservedNetworks = listOf([
	...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
	...[
		'224.0.0.0/4',
		'240.0.0.0/4',
		'::/96',
		'64:ff9b::/96',
		'64:ff9b:1::/48',
		'100::/64',
		'2001::/23',
		'2001:db8::/32'
	],
	...['2002::/16', '3fff::/20', '5f00::/16', 'fec0::/10', 'ff00::/8']
]);

function listOf(networks: string[]): BlockList {
	const list = new BlockList();
	for (const network of networks) {
		const [address = '', prefix] = network.split('/');
		list.addSubnet(address, Number(prefix), isIP(address) === 4 ? 'ipv4' : 'ipv6');
	}
	return list;
}

export function isPrivateAddress(ip: string): boolean {
	return privateNetworks.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}

/** Nothing on the public internet has it: a request that leads there is meant for somebody's inside. */
export function isSpecialAddress(ip: string): boolean {
	return isPrivateAddress(ip) || reservedNetworks.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}

/** Names that no public resolver answers: single labels (a container's name) and the reserved endings. */
const privateName = /^[^.]+$|\.(?:localhost|local|internal|lan|home\.arpa|test|invalid)$/i;

/** An address, in brackets or not, or a name; a dot at its end is no part of it. */
export function isPrivateHost(text: string): boolean {
	const host = bareHost(text);
	return isIP(host) === 0 ? privateName.test(host) : isPrivateAddress(host);
}

export function isLoopbackHost(text: string): boolean {
	const host = bareHost(text);
	return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$|\.localhost$/i.test(host);
}

export function bareHost(text: string): string {
	return text.replace(/^\[|\]$|\.$/g, '');
}
