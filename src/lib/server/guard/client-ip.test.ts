import { describe, expect, it } from 'vitest';
import { createClientIp } from './client-ip.ts';

describe('without trusted proxies', () => {
	const clientIp = createClientIp([]);
	it('believes the socket only', () => {
		expect(clientIp('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
		expect(clientIp('::ffff:203.0.113.9', null)).toBe('203.0.113.9');
	});
});

describe('behind trusted proxies', () => {
	const clientIp = createClientIp(['127.0.0.1', '10.0.0.0/8', '2001:db8::/32']);

	it.each([
		['198.51.100.1', '198.51.100.1'],
		['198.51.100.1, 10.0.0.7', '198.51.100.1'],
		['6.6.6.6, 198.51.100.1, 10.0.0.7, 10.1.2.3', '198.51.100.1'],
		['::ffff:198.51.100.1', '198.51.100.1'],
		['2a00::1, 2001:db8::5', '2a00::1'],
		['10.0.0.9', '10.0.0.9']
	])('takes the right-most hop nobody vouches for in %j', (header, ip) => {
		expect(clientIp('127.0.0.1', header)).toBe(ip);
	});

	it.each(['junk', '198.51.100.1, junk', '198.51.100.1:1234', '"198.51.100.1"', '', ' , ', '1'.repeat(5000)])(
		'falls back to the socket when %j cannot be read',
		(header) => {
			expect(clientIp('127.0.0.1', header)).toBe('127.0.0.1');
		}
	);

	it('outlives a caller who has hung up', () => {
		expect(clientIp(undefined, '198.51.100.1')).toBe('gone');
	});

	it('ignores the header of a stranger', () => {
		expect(clientIp('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
	});
});

describe('a proxy list that cannot be read', () => {
	it('does not start', () => {
		expect(() => createClientIp(['my-proxy'])).toThrow('FOYER_TRUSTED_PROXIES');
	});
});
