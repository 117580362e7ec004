import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPasswordPolicy, passwordPolicy } from '../../contract/password-policy.ts';
import type { PasswordContext } from './password-policy.ts';
import { checkPassword } from './password-policy.ts';

const nobody: PasswordContext = {};
const person: PasswordContext = {
	username: 'alice88',
	email: 'li.wei@example.com',
	phone: '+8613800138000',
	name: 'Maria Okafor',
	applicationName: 'Night Market',
	brandName: 'Foyer'
};

/** The part of each code that differs. */
function check(password: string, context: PasswordContext = nobody, policy: unknown = {}): string[] {
	return checkPassword(password, passwordPolicy.parse(policy), context).map(({ code }) =>
		code.replace('password_rejected.', '')
	);
}

/** Letters without a pattern, as many as asked for. */
function letters(count: number): string {
	return 'kwtrxfmqzvhj'.repeat(22).slice(0, count);
}

const family = '👩‍👩‍👧‍👦'; // seven code points, one picture

describe('the length of a password', () => {
	it.each([
		[7, ['too_short']],
		[8, []],
		[14, []],
		[15, []],
		[64, []],
		[256, []],
		[257, ['too_long']]
	])('of %i code points is answered with %j', (count, issues) => {
		expect(check(letters(count))).toEqual(issues);
		// A picture of seven code points and fill: counted neither as one character nor in UTF-16 units.
		expect(check(family + letters(count - 7))).toEqual(issues);
	});

	it('says which length was missed', () => {
		expect(checkPassword(letters(7), defaultPasswordPolicy, nobody)).toEqual([
			{ code: 'password_rejected.too_short', interpolation: { min: 8 } }
		]);
		expect(checkPassword(letters(300), defaultPasswordPolicy, nobody)).toEqual([
			{ code: 'password_rejected.too_long', interpolation: { max: 256 } }
		]);
	});

	it('is counted in the composed form', () => {
		const decomposed = 'e\u0301'.repeat(3) + letters(4);
		expect([...decomposed]).toHaveLength(10);
		expect(check(decomposed)).toContain('too_short');
	});

	it('can be asked to be 15 or 64, and not to be 7 or 65', () => {
		expect(check(letters(14), nobody, { length: { min: 15 } })).toEqual(['too_short']);
		expect(check(letters(64), nobody, { length: { min: 64 } })).toEqual([]);
		expect(passwordPolicy.safeParse({ length: { min: 7 } }).success).toBe(false);
		expect(passwordPolicy.safeParse({ length: { min: 65 } }).success).toBe(false);
		expect(passwordPolicy.safeParse({ length: { max: 257 } }).success).toBe(false);
	});
});

describe('what people may choose', () => {
	it.each([
		'correct horse battery staple',
		'  leading and trailing  ',
		'山高水长 心自闲远',
		'пароль для почты',
		`${family}${family}`,
		'١٩٨٤ كتاب جيد',
		'aaaa kwtr',
		'sunflower',
		'Tr0ub4dor&3'
	])('accepts “%s”', (password) => {
		expect(check(password, person)).toEqual([]);
	});

	it('never depends on composition unless the policy asks', () => {
		expect(check('kwtrxfmqzv')).toEqual([]);
		expect(check('kwtrxfmqzv', nobody, { characterTypes: { min: 2 } })).toEqual(['character_types']);
		expect(check('kwtrxfmqz7', nobody, { characterTypes: { min: 2 } })).toEqual([]);
		expect(check('kwT 水fmq7', nobody, { characterTypes: { min: 4 } })).toEqual([]);
	});

	it('refuses half a surrogate pair: it has no bytes of its own', () => {
		expect(check(`${letters(8)}\ud83d`)).toEqual(['unsupported_characters']);
	});
});

describe('repetition and sequences', () => {
	it.each([
		['aaaaaaaa', ['restricted.repetition']],
		['kkkkkkkkkkkkkkk7w', ['restricted.repetition']],
		['12345678', ['restricted.sequence']],
		['98765432', ['restricted.sequence']],
		['ABCDEFGH', ['restricted.sequence']],
		['qwertyui', ['restricted.sequence']],
		['1qaz2wsx', ['restricted.sequence']],
		['aaaa1234', ['restricted.repetition', 'restricted.sequence']],
		['👍👍👍👍👍👍👍👍', ['restricted.repetition']],
		['x12345678y', ['restricted.sequence']]
	])('refuses %s', (password, issues) => {
		expect(check(password)).toEqual(issues);
		expect(check(password, nobody, { rejects: { repetitionAndSequence: false } })).toEqual([]);
	});

	it('lets them be when three other characters remain', () => {
		expect(check('aaaaaakw')).toEqual(['restricted.repetition']);
		expect(check('aaaaaakwt')).toEqual([]);
		expect(check('123456kwt')).toEqual([]);
	});

	it('takes pairs for chance', () => {
		expect(check('aabbccdd')).toEqual([]);
		expect(check('ab12yz89')).toEqual([]);
	});
});

describe('what everybody knows about the person', () => {
	it.each([
		...['alice88', 'alice8812', 'ALICE88-2024', '2024alice88', 'alice88alice88'],
		...['li.wei@example.com', 'Li.Wei@Example.Com', 'liwei123', 'li.wei.1990'],
		...['maria okafor', 'mariaokafor1', 'Okafor1984', 'maria 12.03.1990'],
		...['13800138000', '+8613800138000', '008613800138000', '+86 138-0013-8000', '00138000', 'a13800138000']
	])('refuses %s', (password) => {
		expect(check(password, person)).toContain('restricted.user_info');
		expect(check(password, person, { rejects: { userInfo: false } })).not.toContain('restricted.user_info');
	});

	it.each(['maria loves okra', 'alice88 und wir', 'zhang13800138', 'weili of olden days', '83920471', 'okaforkwtr'])(
		'accepts %s',
		(password) => {
			expect(check(password, person)).toEqual([]);
		}
	);

	it.each(['nightmarket', 'Night Market 2026', 'foyer2026', 'FOYER-1234'])('refuses the place: %s', (password) => {
		expect(check(password, person)).toEqual(['restricted.words']);
	});

	it("refuses the tenant's own words", () => {
		const policy = { rejects: { words: ['香料之路', 'spice road'] } };
		expect(check('香料之路2026', nobody, policy)).toEqual(['restricted.words']);
		expect(check('SpiceRoad!!', nobody, policy)).toEqual(['restricted.words']);
		expect(check('the spice road to kashgar', nobody, policy)).toEqual([]);
	});

	it('finds nothing where nothing is known', () => {
		const blank = { username: '', email: '', phone: '', name: ' ', applicationName: '', brandName: '' };
		expect(check('kwtrxfmq', blank)).toEqual([]);
		expect(check('', blank, { characterTypes: { min: 1 } })).toEqual(['too_short', 'character_types']);
	});
});

describe('a compromised password', () => {
	it('is refused with that reason, unless the policy lets it be', () => {
		const known = { ...person, isCompromised: true };
		expect(check('kwtrxfmq', known)).toEqual(['pwned']);
		expect(check('kwtrxfmq', known, { rejects: { pwned: false } })).toEqual([]);
	});
});

describe('any text at all', () => {
	const text = fc.string({ unit: 'binary', maxLength: 300 });

	it('is judged alike in composed and decomposed form', () => {
		fc.assert(
			fc.property(text, (password) => {
				const policy = { characterTypes: { min: 3 } };
				const [composed, decomposed] = [password.normalize('NFC'), password.normalize('NFD')];
				expect(check(decomposed, person, policy)).toEqual(check(composed, person, policy));
			})
		);
	});

	it('is judged by length alone when nothing else is asked', () => {
		const policy = { rejects: { pwned: false, repetitionAndSequence: false, userInfo: false } };
		fc.assert(
			fc.property(text, (password) => {
				const count = [...password.normalize('NFC')].length;
				const issues = check(password, nobody, policy).filter((issue) => issue !== 'character_types');
				expect(issues).toEqual(count < 8 ? ['too_short'] : count > 256 ? ['too_long'] : []);
			})
		);
	});

	it('stays good when more of it is typed, up to the limit', () => {
		const good = fc.string({ unit: 'binary', minLength: 8, maxLength: 60 });
		fc.assert(
			fc.property(good, (rest) => {
				fc.pre([...(letters(8) + rest).normalize('NFC')].length <= 256);
				expect(check(letters(8) + rest, person)).toEqual([]);
			})
		);
	});
});

describe('a policy as it is stored', () => {
	it('may leave out any part', () => {
		expect(passwordPolicy.parse({})).toEqual({
			length: { min: 8, max: 256 },
			characterTypes: { min: 1 },
			rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: [] }
		});
		expect(passwordPolicy.parse({ rejects: { pwned: false } }).rejects.userInfo).toBe(true);
	});
});
