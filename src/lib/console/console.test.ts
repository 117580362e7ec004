// What the console decides by itself: guides with an application's values, and what goes into a connector's configuration.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../contract/settings.ts';
import { filledConfig, parseConfig } from './connectors.ts';
import { changesOf, kindOf, problemAt, problemsIn } from './experience.ts';
import { readFit } from '../studio/fit.ts';
import { mainScreens, screensBySettings } from '../studio/main-screens.ts';
import { listScreens } from '../studio/screen-list.ts';
import { flawOf } from './flaw.ts';
import { guides } from './guides.ts';
import { tabOf } from './setting-places.ts';
import { findTexts } from './texts.ts';
import { stateName } from './words.ts';
import { words as english } from './words/en.ts';
import { words as chinese } from './words/zh-CN.ts';

const values = {
	endpoint: 'https://login.example.com',
	appId: 'k3v9',
	appSecret: '<secret>',
	sessionSecret: 'a'.repeat(64)
};

describe.each(Object.entries(guides))('the guide of %s', (_, guide) => {
	const env = guide.env?.(values) ?? '';
	const code = guide.snippets(values).map((snippet) => snippet.code);
	const all = [env, ...code].join('\n');

	it('has the endpoint and the id of the application, and never a secret in its code', () => {
		expect(all).toContain('https://login.example.com');
		expect(all).toContain('k3v9');
		expect(code.length).toBeGreaterThan(0);
		expect(code.join('\n')).not.toContain('<secret>');
	});

	it('needs nothing of its environment that it does not set, and no secret where there is none', () => {
		const needed = code.join('\n').match(/\b[A-Z]+_[A-Z_]*(SECRET|ENDPOINT|ID)\b/g) ?? [];
		for (const name of needed) expect(env).toContain(`${name}=`);
		if (guide.type !== 'Traditional') expect(all).not.toMatch(/secret/i);
	});

	it('starts the application where its addresses are', () => {
		const port = new URL(guide.redirectUri).port;
		if (guide.run && !guide.run.startsWith('node ')) expect(guide.run).toContain(`--port ${port}`);
		else if (guide.run) expect(code.join('\n')).toContain(`PORT = '${port}'`);
	});
});

describe('the guide of SvelteKit', () => {
	it.each(['src/hooks.server.ts', 'src/app.d.ts', 'src/routes/+page.server.ts'])(
		'has %s as the example has it',
		(file) => {
			const snippet = guides.sveltekit?.snippets(values).find(({ title }) => title === file);
			expect(snippet?.code).toBe(readFileSync(`examples/sveltekit/${file}`, 'utf8'));
		}
	);
});

describe('a connector’s configuration', () => {
	it('leaves out what was not filled in', () => {
		expect(filledConfig({ signName: 'Foyer', endpoint: '', paramsInBody: false })).toEqual({
			signName: 'Foyer',
			paramsInBody: false
		});
	});

	it('takes an object, and nothing else', () => {
		expect(parseConfig('{"a":1}')).toEqual({ a: 1 });
		for (const text of ['[]', '1', 'null', '{', '']) expect(parseConfig(text)).toBeUndefined();
	});
});

describe('the draft', () => {
	it('names only what it says otherwise than what is in force', () => {
		const draft = { ...defaultSettings, signInMode: 'SignIn' as const };
		expect(changesOf(defaultSettings, draft)).toEqual({ signInMode: 'SignIn' });
	});

	it('names what it has taken away, or it would stay', () => {
		const live = { ...defaultSettings, branding: { name: 'Shop', logoUrl: '/logo.png' } };
		const draft = { ...live, branding: { name: 'Shop', logoUrl: undefined } };
		expect(changesOf(live, draft)).toEqual({ branding: { name: 'Shop', logoUrl: null } });
	});

	it('says a problem beside its field, in its own words where it has some', () => {
		const say = english.experience;
		const problem = {
			code: 'sign_in_experiences.x',
			message: 'Set one up',
			field: 'signIn.methods',
			detail: 'need one',
			blocks: true
		};
		expect(problemAt([problem], 'signIn', say)).toBe('Set one up');
		expect(problemAt([problem], 'signUp', say)).toBeUndefined();
		expect(problemAt([{ ...problem, field: 'signInMode' }], 'signIn', say)).toBeUndefined();
		const named = { ...problem, code: 'guard.invalid_input', flaw: 'css_words' as const, line: 3, column: 7 };
		expect(problemAt([named], 'signIn', chinese.experience)).toMatch(/^第 3 行第 7 列：引号/);
	});

	it('says of a value that none can be what belongs there, beside its field', () => {
		const issues = [
			{ path: 'branding.logoUrl', message: 'Invalid input' },
			{ path: 'branding.artworkColor', message: 'Invalid string' },
			{ path: 'termsOfUseUrl', message: 'Invalid URL' },
			{ path: 'usernamePolicy.minLength', message: 'Too small' }
		];
		const problems = problemsIn({ status: 400, code: 'guard.invalid_input', message: 'No', data: { issues } });
		expect(problems.map(({ field, blocks }) => [field, blocks])).toEqual(issues.map(({ path }) => [path, true]));
		expect(problems.map(({ field }) => kindOf(field))).toEqual(['picture', 'colour', 'link', 'number']);
		expect(problemAt(problems, 'branding.logoUrl', chinese.experience)).toBe(chinese.experience.values.picture);
		expect(problems.map(tabOf)).toEqual(['brand', 'brand', 'content', 'names']);
	});
});

describe('a refused address', () => {
	it('is named together with what is wrong with it', () => {
		const data = { field: 'redirectUris', uri: 'http://shop.example', flaw: 'insecure' };
		const refusal = { status: 400, code: 'guard.invalid_input', message: 'Not acceptable', data };
		expect(flawOf(refusal, { insecure: 'must be https' })).toEqual({
			field: 'redirectUris',
			text: 'http://shop.example must be https'
		});
		expect(flawOf({ ...refusal, data: undefined })).toBeUndefined();
	});
});

describe('what a frame tells of its drawing', () => {
	it('is believed only in its own shape', () => {
		const type = 'foyer-preview-ready';
		const long = { text: 'Longer than that', fits: 'Longer' };
		expect(readFit({ type, wide: 12.4, cut: [long, long, 'Long', { text: 7 }] })).toEqual({ wide: 12, cut: [long] });
		expect(readFit({ type, wide: -3 })).toEqual({ wide: 0, cut: [] });
		for (const other of [null, 'x', { type: 'other', wide: 1 }]) expect(readFit(other)).toBeUndefined();
	});
});

describe('a text of the pages', () => {
	const said = { send_code: 'Send me a code', help: 'Help', code_valid: [{ match: {} }], $schema: 'x' };

	it('is found by what it says and by its name, own ones first', () => {
		expect(findTexts(said, { help: 'Help' }, '').texts.map(({ key }) => key)).toEqual(['help', 'send_code']);
		expect(findTexts(said, {}, 'me a CODE').texts).toEqual([
			{ key: 'send_code', words: 'Send me a code', isOwn: false }
		]);
		expect(findTexts(said, {}, 'send_c').total).toBe(1);
		expect(findTexts(said, {}, 'nowhere').texts).toEqual([]);
	});
});

describe('the words', () => {
	it('have a name for every screen of the atlas', () => {
		const screens = listScreens().map(({ name }) => name);
		expect(Object.keys(english.screens)).toEqual(screens);
		expect(Object.keys(chinese.screens)).toEqual(screens);
		expect(screens).toEqual(expect.arrayContaining([...mainScreens, ...screensBySettings]));
	});

	it('have one for every state, and no two states of a screen share it', () => {
		const cells = listScreens().flatMap(({ name, states }) => states.map((state) => [name, state] as const));
		const known = new Set(cells.flatMap(([name, state]) => [state, `${name}/${state}`]));
		for (const { states } of [english, chinese]) {
			expect(cells.filter(([, state]) => !Object.hasOwn(states, state)).map(String)).toEqual([]);
			expect(Object.keys(states).filter((name) => !known.has(name))).toEqual([]);
		}
		for (const words of [english, chinese])
			for (const { name, states } of listScreens()) {
				const said = states.map((state) => stateName(words, name, state));
				expect(said.filter((word, index) => said.indexOf(word) !== index)).toEqual([]);
			}
	});

	it('are written for Chinese readers, too', () => {
		const texts = (value: unknown): string[] =>
			typeof value === 'string'
				? [value]
				: typeof value === 'object' && value
					? Object.values(value).flatMap(texts)
					: [];
		const same = texts(chinese).filter((text) => /[a-z]{4}/.test(text) && !/\p{Script=Han}/u.test(text));
		expect(same).toEqual(['Webhooks', 'Webhooks']);
		// Of what the API says in English there is nothing to say in English.
		const own = { ...chinese, connectors: { ...chinese.connectors, hints: {} } };
		expect(texts(own).length).toBe(texts(english).length);
	});
});
