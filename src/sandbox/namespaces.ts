// Recipients that belong to one test: what is set, counted or asked for in a namespace touches no other recipient.
import { randomUUID } from 'node:crypto';

export type Namespace = {
	name: string;
	/** Numbers of the namespace: these digits, then three more. Below 100 they have a fixed outcome. */
	phonePrefix: string;
	/** Addresses of the namespace are `…@<mailDomain>`, those with a fixed outcome `…@scenario.<mailDomain>`. */
	mailDomain: string;
};

export type Namespaces = {
	/**
	 * The same name gets the same recipients until it is released. Undefined when every range is taken. Numbers that were
	 * given back are the last to be given out again: whoever sends to them still knows them.
	 */
	claim(name?: string): Namespace | undefined;
	release(name: string): boolean;
	list(): Namespace[];
	/** Whose recipient this is: a number in digits with its country code, or a mail address. */
	of(recipient: string): string | undefined;
};

/**
 * +86 134 9 went to satellite terminals, not to subscribers. 134 9000 0NNN belongs to everybody; the ranges from
 * 134 9000 1NNN to 134 9099 9NNN are given out, one to a namespace.
 */
const block = '861349';
const mostNamespaces = 999;

export function createNamespaces(): Namespaces {
	const byRange = new Map<string, Namespace>();
	const all = () => [...byRange.values()];
	let last = 0;
	const findFreeRange = () => {
		for (let tried = 0; tried < mostNamespaces; tried++) {
			last = (last % mostNamespaces) + 1;
			const range = String(last).padStart(4, '0');
			if (!byRange.has(range)) return range;
		}
		return undefined;
	};
	return {
		claim(name = randomUUID().slice(0, 8)) {
			const known = all().find((namespace) => namespace.name === name);
			const range = known ? undefined : findFreeRange();
			if (known || !range) return known;
			const namespace = { name, phonePrefix: `+${block}${range}`, mailDomain: `${name}.test` };
			byRange.set(range, namespace);
			return namespace;
		},
		release(name) {
			const entry = [...byRange].find(([, namespace]) => namespace.name === name);
			return entry ? byRange.delete(entry[0]) : false;
		},
		list: all,
		of(recipient) {
			const [, domain] = /@(?:scenario\.)?([^@]+)$/.exec(recipient.toLowerCase()) ?? [];
			if (domain) return all().find((namespace) => namespace.mailDomain === domain)?.name;
			const [, range] = /^\+?861349(\d{4})\d{3}$/.exec(recipient) ?? [];
			return range === undefined ? undefined : byRange.get(range)?.name;
		}
	};
}

/** A label of a domain name, since a namespace's mail domain is made of it. */
export function isNamespaceName(name: string): boolean {
	return /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(name) && !['scenario', 'foyer'].includes(name);
}
