import { describe, expect, it } from 'vitest';
import { createNamespaces } from './namespaces.ts';

describe('numbers of a test that has ended', () => {
	it('go to nobody else while there are others: the server under test still knows who had them', () => {
		const { claim, release } = createNamespaces();
		const given = Array.from({ length: 999 }, () => {
			const namespace = claim();
			if (namespace) release(namespace.name);
			return namespace?.phonePrefix;
		});
		expect(new Set(given).size).toBe(999);
		expect(claim()?.phonePrefix).toBe(given[0]);
	});

	it('are all there is once the others are taken', () => {
		const { claim, release } = createNamespaces();
		const [first, ...others] = Array.from({ length: 999 }, () => claim());
		expect(new Set(others.map((namespace) => namespace?.phonePrefix)).size).toBe(998);
		expect(claim()).toBeUndefined();
		release(first?.name ?? '');
		expect(claim()?.phonePrefix).toBe(first?.phonePrefix);
	});
});
