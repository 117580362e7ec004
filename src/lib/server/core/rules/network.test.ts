import { describe, expect, it } from 'vitest';
import { networkOf } from './network.ts';

describe('one client on the network', () => {
	it.each([
		['203.0.113.9', '203.0.113.9'],
		['::ffff:203.0.113.9', '203.0.113.9'],
		['2001:db8::1', '2001:db8:0:0/64'],
		['2001:db8:0:0:ffff::', '2001:db8:0:0/64'],
		['2001:0db8:0001:0002:3:4:5:6', '2001:db8:1:2/64'],
		['::1', '0:0:0:0/64'],
		['fe80::1%eth0', 'fe80:0:0:0/64']
	])('%s counts as %s', (ip, network) => {
		expect(networkOf(ip)).toBe(network);
	});
});
