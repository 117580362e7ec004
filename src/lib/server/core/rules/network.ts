// What counts as one client on the network: an IPv4 address, or an IPv6 /64 (one subscriber gets at least that).

/** Addresses that lie side by side, of one carrier or one host: an IPv4 /24, an IPv6 /48. */
export function neighbourhoodOf(ip: string): string {
	const network = networkOf(ip);
	return network.includes(':')
		? `${network.split(':').slice(0, 3).join(':')}/48`
		: network.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.0/24');
}

/** `2001:db8::1` → `2001:db8:0:0/64`; IPv4-mapped addresses count as IPv4; anything unparsable stays itself. */
export function networkOf(ip: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
	if (mapped?.[1]) return mapped[1];
	if (!ip.includes(':')) return ip;
	const [head = '', tail] = (ip.split('%')[0] ?? '').toLowerCase().split('::');
	const left = head ? head.split(':') : [];
	const right = tail ? tail.split(':') : [];
	const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
	const groups = [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
	return `${groups.slice(0, 4).join(':')}/64`;
}
