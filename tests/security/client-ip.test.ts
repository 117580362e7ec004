// T8: who sends too much cannot become somebody else by a header. The shapes of the header: guard/client-ip.test.ts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn } from '../support/api-client.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const settings = {
	sendPolicy: { perIdentifier: [{ count: 5, seconds: 60 }], perIp: [{ count: 3, seconds: 3600 }] }
};

let direct: Foyer;
let proxied: Foyer;
beforeAll(async () => {
	[direct, proxied] = await Promise.all([
		startFoyer({ settings }),
		startFoyer({ settings, env: { FOYER_TRUSTED_PROXIES: '127.0.0.1, ::1' } })
	]);
});
afterAll(() => Promise.all([direct.stop(), proxied.stop()]));

/** One code each to as many strangers as there are headers: the statuses. */
async function sendFrom(foyer: Foyer, forwarded: string[]): Promise<number[]> {
	const statuses: number[] = [];
	for (const value of forwarded) {
		const journey = await startSignIn(foyer);
		await journey.api('PUT', '', { interactionEvent: 'SignIn' });
		const body = { identifier: { type: 'phone', value: somePhone() }, interactionEvent: 'SignIn' };
		const headers = {
			'x-forwarded-for': value,
			'x-real-ip': value,
			'cf-connecting-ip': value,
			'true-client-ip': value
		};
		statuses.push((await journey.api('POST', 'verification/verification-code', body, headers)).status);
	}
	return statuses;
}

describe('a limit per address', () => {
	it('is not passed by naming other addresses where no proxy is trusted', async () => {
		const rotating = ['198.51.100.1', '198.51.100.2', '2001:db8::3', '203.0.113.4'];
		expect(await sendFrom(direct, rotating)).toEqual([200, 200, 200, 429]);
	});

	it('counts the hop that the trusted proxy saw, whatever was claimed before it', async () => {
		const rotating = [1, 2, 3, 4].map((last) => `198.51.100.${last}, 203.0.113.77`);
		expect(await sendFrom(proxied, rotating)).toEqual([200, 200, 200, 429]);
		expect(await sendFrom(proxied, ['203.0.113.77, 203.0.113.78'])).toEqual([200]);
	});

	it('counts a network of IPv6 as one', async () => {
		const neighbours = [1, 2, 3, 4].map((last) => `2001:db8:1:2::${last}`);
		expect(await sendFrom(proxied, neighbours)).toEqual([200, 200, 200, 429]);
		expect(await sendFrom(proxied, ['2001:db8:1:3::1'])).toEqual([200]);
	});

	it('counts whoever sends junk by the proxy', async () => {
		const junk = ['junk', '203.0.113.9:80', '<script>', '1.2.3.4, , junk'];
		expect(await sendFrom(proxied, junk)).toEqual([200, 200, 200, 429]);
	});
});
