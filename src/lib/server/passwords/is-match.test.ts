import { hashSync } from '@node-rs/bcrypt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PasswordAlgorithm } from '../../contract/password-digest.ts';
import { isMatch, isReadable } from './is-match.ts';

/** Vectors of others: the Argon2 reference, Openwall, PHP's manual, RFC 6070, passlib's manual, Logto's guide. */
const imported: [PasswordAlgorithm, digest: string, password: string][] = [
	['Argon2i', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA', 'password'],
	['Argon2id', '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4', 'password'],
	['Bcrypt', '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', 'U*U'],
	['Bcrypt', '$2a$07$usesomesillystringfore2uDLvp1Ii2e./U9C8sBjqp8I90dH6hi', 'rasmuslerdorf'],
	['MD5', '5f4dcc3b5aa765d61d8327deb882cf99', 'password'],
	['MD5', '5F4DCC3B5AA765D61D8327DEB882CF99', 'password'],
	['SHA1', '5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8', 'password'],
	['SHA256', '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8', 'password'],
	['PBKDF2', '$pbkdf2-sha256$8000$XAuBMIYQQogxRg$tRRlz8hYn63B9LYiCd6PRo6FMiunY9ozmMMI3srxeRE', 'password'],
	['PBKDF2', 'pbkdf2_sha1$4096$salt$SwB5AbdlSJq+rUnZJvch0GWkKcE=', 'password'],
	[
		'Legacy',
		'["sha256",["salt123","@"],"c465f66c6ac481a7a17e9ed5b4e2e7e7288d892f12bf1c95c140901e9a70436e"]',
		'password123'
	],
	['Legacy', '["pbkdf2",["salt","4096","20","sha1","@"],"4b007901b765489abead49d926f721d065a429c1"]', 'password'],
	['Legacy', '["pbkdf2",["hex:73616c74",4096,20,"sha1","@"],"4B007901B765489ABEAD49D926F721D065A429C1"]', 'password']
];

describe('a password that was brought along', () => {
	it.each(imported)('as %s (%s) matches itself and nothing else', async (algorithm, digest, password) => {
		expect(await isMatch({ algorithm, digest }, password)).toBe(true);
		expect(isReadable({ algorithm, digest })).toBe(true);
		for (const wrong of [`${password}x`, `${password}\0`, `${password}\0${password}`, '@', '']) {
			expect(await isMatch({ algorithm, digest }, wrong), JSON.stringify(wrong)).toBe(false);
		}
	});

	it('never matches with more typed behind it', { timeout: 60_000 }, async () => {
		const cheap = imported.filter(([algorithm]) => !algorithm.startsWith('Argon2'));
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...cheap),
				fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
				async ([algorithm, digest, password], suffix) => {
					expect(await isMatch({ algorithm, digest }, password + suffix)).toBe(false);
				}
			),
			{ numRuns: 40 }
		);
	});

	it('as Bcrypt does not match beyond the 72 bytes that Bcrypt reads', async () => {
		const digest = hashSync('a'.repeat(72), 4);
		expect(await isMatch({ algorithm: 'Bcrypt', digest }, 'a'.repeat(72))).toBe(true);
		expect(await isMatch({ algorithm: 'Bcrypt', digest }, 'a'.repeat(73))).toBe(false);
	});
});

describe('a digest that is none', () => {
	const nonsense = ['', '$', '$argon2id$v=19$', '$argon2id$v=19$m=19456,t=2,p=1$$', '$2b$10$short', '[]', '{', 'null'];
	const open = ['["md5",[],"d41d8cd98f00b204e9800998ecf8427e"]', '["sha1",["@"],""]', '["nonesuch",["@"],"00"]'];
	const bottomless = [
		'$argon2id$v=19$m=4294967295,t=2,p=1$c29tc2FsdHNvbWVzYWx0$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
		'$argon2id$v=19$m=19456,t=4294967295,p=1$c29tc2FsdHNvbWVzYWx0$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
		`$2b$31$${'a'.repeat(53)}`,
		'pbkdf2_sha256$9999999$salt$EgT7bPz4syxD5yJSVsT4N6hlSMkszDVICAWYfLcL4Xs=',
		'["pbkdf2",["salt","1e12","20","sha1","@"],"4b007901b765489abead49d926f721d065a429c1"]',
		'["pbkdf2",["salt","1","0","sha1","@"],""]'
	];
	const algorithms: PasswordAlgorithm[] = ['Argon2id', 'Bcrypt', 'MD5', 'SHA1', 'SHA256', 'PBKDF2', 'Legacy'];

	it.each(algorithms)('never matches as %s, and never throws', async (algorithm) => {
		for (const digest of [...nonsense, ...open, ...bottomless]) {
			expect(await isMatch({ algorithm, digest }, ''), digest).toBe(false);
			expect(await isMatch({ algorithm, digest }, 'kwtrxfmq'), digest).toBe(false);
			expect(isReadable({ algorithm, digest }), digest).toBe(false);
		}
	});

	it('never matches whatever else it says', async () => {
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...algorithms), fc.string({ maxLength: 80 }), async (algorithm, digest) => {
				expect(await isMatch({ algorithm, digest }, 'kwtrxfmq')).toBe(false);
			})
		);
	});
});
