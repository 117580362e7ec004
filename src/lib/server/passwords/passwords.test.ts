import { performance } from 'node:perf_hooks';
import { hash as argon2 } from '@node-rs/argon2';
import fc from 'fast-check';
import { hash as bcrypt } from '@node-rs/bcrypt';
import { describe, expect, it } from 'vitest';
import type { PasswordDigest } from '../../contract/password-digest.ts';
import type { Result } from '../../contract/result.ts';
import { createPasswords } from './passwords.ts';

const passwords = createPasswords();

async function valueOf<Value>(answer: Promise<Result<Value>>): Promise<Value> {
	const result = await answer;
	if (!result.ok) throw new Error(result.problem.code);
	return result.value;
}

async function ours(password: string): Promise<PasswordDigest> {
	return { algorithm: 'Argon2id', digest: await valueOf(passwords.hash(password)) };
}

const verify = (digest: PasswordDigest, password: string) => valueOf(passwords.verify(digest, password));

describe('a password of ours', () => {
	it('is kept as Argon2id with its parameters and a salt of its own', async () => {
		const [one, other] = [await ours('kwtrxfmq'), await ours('kwtrxfmq')];
		expect(one.digest).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
		expect(one.digest).not.toBe(other.digest);
	});

	it('matches itself, needs no new digest, and matches nothing else', async () => {
		const digest = await ours('kwtrxfmq');
		expect(await verify(digest, 'kwtrxfmq')).toEqual({ matches: true });
		for (const wrong of ['kwtrxfmQ', 'kwtrxfm', ' kwtrxfmq', '']) {
			expect(await verify(digest, wrong)).toEqual({ matches: false });
		}
	});

	it('is the same in composed and decomposed form', async () => {
		expect(await verify(await ours('caf\u00e9 noir'), 'cafe\u0301 noir')).toEqual({ matches: true });
	});

	it('keeps full-width digits apart from plain ones', async () => {
		expect(await verify(await ours('１２３４kwtr'), '1234kwtr')).toEqual({ matches: false });
	});

	it('is never cut short', { timeout: 60_000 }, async () => {
		const long = await ours('é👩‍👩‍👧‍👦 '.repeat(30));
		expect(await verify(long, `${'é👩‍👩‍👧‍👦 '.repeat(30)}${'x'.repeat(300)}`)).toEqual({ matches: false });
		await fc.assert(
			fc.asyncProperty(
				fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
				fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
				async (password, suffix) => {
					const digest = await ours(password);
					expect(await verify(digest, password)).toEqual({ matches: true });
					expect(await verify(digest, password + suffix)).toEqual({ matches: false });
				}
			),
			{ numRuns: 15 }
		);
	});

	it('is not matched by half a surrogate pair, which hashes like a replacement character', async () => {
		expect(await verify(await ours('kwtrxfm\ufffd'), 'kwtrxfm\ud83d')).toEqual({ matches: false });
	});
});

describe('a password that was brought along', () => {
	const weak = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';

	it.each<PasswordDigest>([
		{ algorithm: 'MD5', digest: '5f4dcc3b5aa765d61d8327deb882cf99' },
		{ algorithm: 'Argon2id', digest: weak }
	])('is to be stored as ours once it matched: $algorithm', async (digest) => {
		const { matches, rehash = '' } = await verify(digest, 'password');
		expect(matches).toBe(true);
		expect(rehash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(await verify({ algorithm: 'Argon2id', digest: rehash }, 'password')).toEqual({ matches: true });
		expect(await verify(digest, 'passwore')).toEqual({ matches: false });
	});

	it('stays as it is when its parameters are stronger than ours', async () => {
		const digest = await argon2('kwtrxfmq', { memoryCost: 24_576, timeCost: 3, parallelism: 2 });
		expect(await verify({ algorithm: 'Argon2id', digest }, 'kwtrxfmq')).toEqual({ matches: true });
	});

	it('is refused when the digest is none', async () => {
		expect(await verify({ algorithm: 'Argon2id', digest: '$argon2id$v=19$' }, '')).toEqual({ matches: false });
	});
});

describe('the work behind an answer', () => {
	it('does not tell who exists, nor whose digest is a cheap one', { timeout: 60_000 }, async () => {
		const digest = await ours('kwtrxfmq');
		const md5: PasswordDigest = { algorithm: 'MD5', digest: '5f4dcc3b5aa765d61d8327deb882cf99' };
		const work = [
			() => passwords.verify(digest, 'wrong guess'),
			() => passwords.verify(md5, 'wrong guess'),
			() => passwords.verifyNobody('wrong guess')
		];
		const [known = 0, cheap = 0, unknown = 0] = await measureWork(work, 9);
		expect(cheap / known).toBeGreaterThan(0.5);
		expect(unknown / known).toBeGreaterThan(0.5);
		expect(unknown / known).toBeLessThan(2);
	});

	it('is that of a dear digest for whomever it stands in', { timeout: 60_000 }, async () => {
		const digest: PasswordDigest = { algorithm: 'Bcrypt', digest: await bcrypt('kwtrxfmq', 11) };
		const work = [() => passwords.verify(digest, 'wrong guess'), () => passwords.verifyNobody('wrong guess', digest)];
		const [known = 0, unknown = 0] = await measureWork(work, 5);
		expect(unknown / known).toBeGreaterThan(0.5);
		expect(unknown / known).toBeLessThan(2);
	});
});

describe('many at once', () => {
	it('leave the event loop free', async () => {
		const before = performance.eventLoopUtilization();
		await Promise.all(Array.from({ length: 8 }, () => passwords.hash('kwtrxfmq')));
		// Eight on the loop itself would be 1. A share, because a busy machine slows both sides alike.
		expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.3);
	});

	it('wait for their turn, and are refused beyond the limit', async () => {
		const few = createPasswords({ concurrency: 1, queueLimit: 2 });
		const answers = await Promise.all(Array.from({ length: 5 }, () => few.verifyNobody('kwtrxfmq')));
		const busy = { ok: false, problem: { code: 'server.unavailable', data: { retryAfter: 1 } } };
		const done = { ok: true, value: { matches: false } };
		expect(answers).toEqual([done, done, done, busy, busy]);
		expect(await few.verifyNobody('kwtrxfmq')).toEqual(done);
	});
});

/** Processor time of the cheapest round: what the work costs, however many others want the machine. */
async function measureWork(works: (() => Promise<unknown>)[], rounds: number): Promise<number[]> {
	const costs = works.map((): number[] => []);
	for (let round = 0; round < rounds; round++) {
		for (const [index, work] of works.entries()) {
			const before = process.cpuUsage();
			await work();
			const { user, system } = process.cpuUsage(before);
			costs[index]?.push(user + system);
		}
	}
	return costs.map((spent) => Math.min(...spent));
}
