import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statusOf, type ProblemCode } from '../../contract/problems.ts';
import { formatWait } from './duration.ts';
import { locales } from './locale.ts';
import { problemMessage, problemText } from './problem-message.ts';
import { createText } from './text.ts';

type Catalogue = Record<string, unknown>;

function readCatalogue(code: string): Catalogue {
	return JSON.parse(readFileSync(new URL(`../../../../messages/${code}.json`, import.meta.url), 'utf8'));
}

/** Names in braces, in every variant of a message. */
function placeholdersOf(message: unknown): string[] {
	return [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();
}

/** In every variant of a message, without the words that choose among them. */
function textsOf(message: unknown): string[] {
	if (typeof message === 'string') return [message];
	const variants = message as { match: Record<string, string> }[];
	return variants.flatMap(({ match }) => Object.values(match));
}

const english = readCatalogue('en');
const codes = Object.keys(statusOf) as ProblemCode[];

describe.each(locales)('the catalogue of $name', ({ code }) => {
	const catalogue = readCatalogue(code);

	it('has every key and no other', () => {
		expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
	});

	it('has no empty text, and the same placeholders as English', () => {
		for (const [key, message] of Object.entries(catalogue)) {
			expect(JSON.stringify(message).length, key).toBeGreaterThan(2);
			expect(placeholdersOf(message), key).toEqual(placeholdersOf(english[key]));
		}
	});

	it('has words for everything that can be refused', () => {
		const unknown = problemMessage(code, { code: 'server.internal' });
		for (const problem of codes.filter((known) => known !== 'server.internal')) {
			expect(problemMessage(code, { code: problem }), problem).not.toBe(unknown);
		}
	});
});

describe('Chinese', () => {
	it('is typeset as Chinese: no half-width punctuation after a Chinese character', () => {
		for (const [key, message] of Object.entries(readCatalogue('zh-CN'))) {
			expect(JSON.stringify(message), key).not.toMatch(/[\u4e00-\u9fff][,.!?:;]/);
		}
	});

	// It also stands where nobody asked for a code: before the end of a sign-in.
	it.each(['zh-CN', 'zh-TW', 'zh-HK'])('checks that no robot is at work, whatever it was asked for: %s', (code) => {
		expect(readCatalogue(code).one_moment_lead).not.toMatch(/[验驗][证證][码碼]/);
	});
});

describe('French', () => {
	it('ends no line before its punctuation: narrow no-break spaces before ?!;, no-break spaces before : and inside «»', () => {
		for (const [key, message] of Object.entries(readCatalogue('fr')).filter(([key]) => key !== '$schema')) {
			const said = JSON.stringify(textsOf(message));
			expect(said, key).not.toMatch(/[^\u202f][?!;]|[^\u00a0](:(?!\/\/)|»)|«[^\u00a0]/);
		}
	});
});

describe('what is said about a refusal', () => {
	it('counts the tries that are left', () => {
		const wrong = (attemptsLeft: number) => ({ code: 'verification_code.code_mismatch', data: { attemptsLeft } });
		expect(problemMessage('en', wrong(3))).toBe('That code isn’t right. You have 3 tries left.');
		expect(problemMessage('en', wrong(1))).toBe('That code isn’t right. You have 1 try left.');
		expect(problemMessage('en', wrong(0))).toBe('Too many wrong codes. Please ask for a new one.');
		expect(problemMessage('zh-CN', wrong(3))).toBe('验证码错误，还可以尝试3次。');
	});

	it('declines what a number counts, wherever a password may be shorter or longer than usual', () => {
		const rule = (locale: string, min: number) => createText(locale)('error_password_rejected_too_short', { min });
		expect(rule('en', 8)).toBe('Use at least 8 characters.');
		expect([8, 21, 22].map((min) => rule('ru', min))).toEqual([
			expect.stringMatching(/8\s+символов\.$/),
			expect.stringMatching(/21\s+символа\.$/),
			expect.stringMatching(/22\s+символов\.$/)
		]);
		expect(rule('uk-UA', 22)).toMatch(/22\s+символи\.$/);
		expect(rule('pl-PL', 22)).toMatch(/22\s+znaków\.$/);
		expect(rule('zh-CN', 22)).toBe('至少22个字符。');
	});

	it('says when to come back, as people say it', () => {
		const wait = (retryAfter: number) => ({ code: 'request.message_rate_limited', data: { retryAfter } });
		expect(problemMessage('en', wait(42))).toBe(
			'A code was requested just now. You can ask for another in 42 seconds.'
		);
		expect(problemMessage('en', wait(1))).toContain('in 1 second.');
		expect(problemMessage('en', wait(600))).toBe('Too many codes. You can ask for another in 10 minutes.');
		expect(problemMessage('en', wait(86_000))).toContain('in 24 hours.');
		expect(problemMessage('zh-CN', wait(42))).toBe('刚刚获取过验证码，42秒后可重新获取。');
	});

	it('calls an address an address, and a number a number', () => {
		const rejected = (type: string) => ({ code: 'connector.number_rejected', data: { type } });
		expect(problemMessage('en', rejected('email'))).toMatch(/^This address/);
		expect(problemMessage('en', rejected('sms'))).toMatch(/^This number/);
		expect(problemMessage('zh-CN', rejected('email'))).toBe('该邮箱无法接收验证码，请检查或换一个邮箱。');
	});

	it.each(locales)('offers nothing that the page has not: $name', ({ code: locale }) => {
		const text = createText(locale);
		const oneWay = { oneWay: true };
		const unable = text('error_connector_general_one_way');
		for (const code of ['general', 'invalid_config', 'template_not_found', 'not_found']) {
			expect(problemText(text, { code: `connector.${code}` }, oneWay), code).toBe(unable);
		}
		expect(problemText(text, { code: 'connector.general' })).not.toBe(unable);
		const waiting = { code: 'connector.general', data: { retryAfter: 300 } };
		const newcomer = { code: 'request.message_rate_limited', data: { retryAfter: 300, newcomers: true } };
		for (const problem of [waiting, newcomer]) {
			const alone = problemText(text, problem, oneWay);
			expect(alone).toContain(formatWait(locale, 300));
			expect(alone.length).toBeLessThan(problemText(text, problem).length);
		}
		const number = { code: 'user.invalid_phone' };
		expect(problemText(text, number, { oneCountry: true })).not.toBe(problemText(text, number));
	});

	it('never shows a key or a code', () => {
		expect(problemMessage('en', { code: 'something.new' })).toBe(problemMessage('en', { code: 'server.internal' }));
		expect(problemMessage('xx', { code: 'constructor' })).toBe(problemMessage('en', { code: 'server.internal' }));
	});
});

// The page of a password alone has one field that can be typed into, and shows whose it is.
it('a password that does not match counts no fields', () => {
	const fields =
		/field|both|beide|les deux|両方|दोनों|obojí|هر دو|keduanya|entrambi|os dois|ambos|ikisi|모두|الحقل|שדות|поля|pola|ช่อง|mục/;
	for (const { code } of locales) expect(createText(code)('error_session_invalid_credentials')).not.toMatch(fields);
});

describe('words of a tenant', () => {
	it('come first, with the same placeholders', () => {
		const text = createText('en', { sign_in_title_to: 'Welcome to {application}!' });
		expect(text('sign_in_title_to', { application: 'Shop' })).toBe('Welcome to Shop!');
		expect(text('sign_in_title')).toBe('Sign in');
	});

	it('stand for every variant of what they replace, if that has no words of its own', () => {
		const overrides = { error_user_invalid_phone: 'Call us.', mfa_lost: 'Come by.', mfa_lost_no_support: 'Write.' };
		const text = createText('en', overrides);
		expect(text('error_user_invalid_phone_one_country')).toBe('Call us.');
		expect(text('mfa_lost_no_support')).toBe('Write.');
	});

	it('hold names together where lines run from the right', () => {
		expect(createText('ar')('sign_in_title_to', { application: 'Yahoo!' })).toContain('\u2068Yahoo!\u2069');
		expect(createText('en')('sign_in_title_to', { application: 'Yahoo!' })).toBe('Sign in to Yahoo!');
	});

	it('cannot reach into the machinery', () => {
		const overrides = JSON.parse('{"__proto__": {"sign_in_title": "hacked"}}') as Record<string, string>;
		expect(createText('en', overrides)('sign_in_title')).toBe('Sign in');
	});
});
