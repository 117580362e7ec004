import { describe, expect, it } from 'vitest';
import { settings as schema } from '../../../contract/settings.ts';
import { changeOwnFields, ownProfileFields, ownValues, readExtraProfile } from './extra-profile.ts';

type Field = { name: string; type: string; required?: boolean; config?: unknown };
const asking = (...fields: Field[]) =>
	schema.parse({
		customProfileFields: fields.map((field) => ({ required: false, ...field })),
		signUpProfileFields: null
	});

function kept(values: Record<string, unknown>, ...fields: Field[]) {
	const read = readExtraProfile(values, asking(...fields));
	return read.ok ? read.value : read.problem;
}
function issues(values: Record<string, unknown>, ...fields: Field[]) {
	const read = readExtraProfile(values, asking(...fields));
	return read.ok ? [] : read.problem.data?.issues;
}

describe('extra fields at sign-up', () => {
	it('go where they belong', () => {
		const text = (name: string) => ({ name, type: 'Text' });
		const values = { name: 'Ada', nickname: 'Countess', company: 'Analytical', avatar: 'https://img.example/ada.png' };
		const fields = [text('name'), text('nickname'), text('company'), { name: 'avatar', type: 'Url' }];
		expect(kept(values, ...fields)).toEqual({
			name: 'Ada',
			avatar: 'https://img.example/ada.png',
			profile: { nickname: 'Countess' },
			customData: { company: 'Analytical' }
		});
	});

	it('put a full name and an address into the claims of OpenID Connect', () => {
		const part = (name: string, required = false) => ({ name, required, enabled: true });
		const fullname = { name: 'fullname', type: 'Fullname', config: { parts: [part('givenName'), part('familyName')] } };
		const address = { name: 'address', type: 'Address', config: { parts: [part('locality', true), part('country')] } };
		const values = { fullname: { givenName: 'Ada', familyName: 'Lovelace' }, address: { locality: 'London' } };
		expect(kept(values, fullname, address)).toMatchObject({
			profile: { givenName: 'Ada', familyName: 'Lovelace', address: { locality: 'London' } }
		});
		expect(issues({ address: { country: 'UK', planet: 'Earth' } }, address)).toEqual([
			{ path: 'address.planet', code: 'invalid_value' },
			{ path: 'address.locality', code: 'required' }
		]);
	});

	it.each(['username', 'primaryEmail', 'isSuspended', 'constructor', '__proto__'])('cannot smuggle in %s', (name) => {
		const values = JSON.parse(`{"${name}": "admin", "company": "x"}`) as Record<string, unknown>;
		expect(issues(values, { name: 'company', type: 'Text' })).toEqual([{ path: name, code: 'unrecognized' }]);
	});

	it('take nothing that sign-up does not ask for, though the catalogue has it', () => {
		const settings = { ...asking({ name: 'company', type: 'Text' }), signUpProfileFields: [] };
		expect(readExtraProfile({ company: 'x' }, settings).ok).toBe(false);
	});

	it('may stay empty, unless required', () => {
		expect(kept({ company: ' ' }, { name: 'company', type: 'Text' })).toEqual({ profile: {}, customData: {} });
		expect(issues({}, { name: 'company', type: 'Text', required: true })).toEqual([
			{ path: 'company', code: 'required' }
		]);
	});

	it('name every field that is wrong, and no value', () => {
		const fields = [
			{ name: 'age', type: 'Number' },
			{ name: 'born', type: 'Date' }
		];
		expect(issues({ age: 'secret', born: 'secret' }, ...fields)).toEqual([
			{ path: 'age', code: 'invalid_type' },
			{ path: 'born', code: 'invalid_value' }
		]);
	});
});

describe('the fields of an account', () => {
	const parts = (...names: string[]) =>
		['givenName', 'middleName', 'familyName', 'formatted', 'locality'].map((name) => ({
			...{ name, required: false, enabled: names.includes(name) }
		}));
	const composite = asking(
		{ name: 'fullname', type: 'Fullname', config: { parts: parts('givenName', 'familyName').slice(0, 3) } },
		{ name: 'address', type: 'Address', config: { parts: parts('locality').slice(3) } },
		{ name: 'company', type: 'Text' }
	).customProfileFields;
	const user = {
		profile: {
			...{ givenName: 'Ada', middleName: 'King', familyName: 'Lovelace', gender: 'female' },
			address: { formatted: '12 St James’s Square', locality: 'London', country: 'UK' }
		},
		customData: { company: 'Analytical', plan: 'gold' }
	};

	it('are as they were once they are saved unchanged', () => {
		const values = ownValues(user, composite);
		expect(values).toEqual({
			fullname: { givenName: 'Ada', familyName: 'Lovelace' },
			address: { locality: 'London' },
			company: 'Analytical'
		});
		expect(changeOwnFields(user, values, composite)).toEqual({ ok: true, value: user });
	});

	it('lose what was emptied, and only that', () => {
		const emptied = changeOwnFields(user, { fullname: { givenName: 'Augusta' } }, composite);
		expect(emptied).toEqual({
			ok: true,
			value: {
				profile: {
					...{ givenName: 'Augusta', middleName: 'King', gender: 'female' },
					address: { formatted: '12 St James’s Square', country: 'UK' }
				},
				customData: { plan: 'gold' }
			}
		});
		const bare = { profile: { address: { locality: 'London' } }, customData: {} };
		expect(changeOwnFields(bare, {}, composite)).toEqual({ ok: true, value: { profile: {}, customData: {} } });
	});

	it('are those that sign-up asks for, unless the settings name others', () => {
		const texts = ['plan', 'nickname', 'locale', 'company'].map((name) => ({ name, type: 'Text' }));
		const settings = { ...asking(...texts), signUpProfileFields: [{ name: 'company' }, { name: 'locale' }] };
		const shown = (profileFields: { name: string }[] | null) =>
			ownProfileFields({ ...settings, accountCenter: { ...settings.accountCenter, profileFields } });
		expect(shown(null)).toMatchObject([{ name: 'company' }]);
		expect(shown([])).toEqual([]);
		expect(shown([{ name: 'plan' }, { name: 'nickname' }])).toMatchObject([{ name: 'plan' }, { name: 'nickname' }]);
	});
});

describe('a field of type', () => {
	const number = { name: 'x', type: 'Number', config: { minValue: 1, maxValue: 9 } };
	const text = { name: 'x', type: 'Text', config: { minLength: 2, maxLength: 4 } };
	const select = { name: 'x', type: 'Select', config: { options: [{ value: 'a' }, { value: 'b' }] } };
	const regex = { name: 'x', type: 'Regex', config: { format: '^\\d{6}$' } };

	it.each<[Field, unknown, unknown]>([
		[text, ' 艾达 ', '艾达'],
		[number, '7', 7],
		[number, 7, 7],
		[{ name: 'x', type: 'Date' }, '2024-02-29', '2024-02-29'],
		[{ name: 'x', type: 'Checkbox' }, 'true', true],
		[{ name: 'x', type: 'Checkbox' }, false, false],
		[select, 'a', 'a'],
		[{ name: 'x', type: 'Url' }, 'https://example.com', 'https://example.com/'],
		[regex, '123456', '123456']
	])('%o takes %j', (field, value, as) => {
		expect(kept({ x: value }, field)).toMatchObject({ customData: { x: as } });
	});

	it.each<[Field, unknown, string]>([
		[text, 'a', 'too_small'],
		[text, 'abcde', 'too_big'],
		[text, 'a\u0007b', 'invalid_value'],
		[text, 12, 'invalid_type'],
		[{ name: 'x', type: 'Text' }, 'x'.repeat(257), 'too_big'],
		[number, '0', 'too_small'],
		[number, '10', 'too_big'],
		[number, 'NaN', 'invalid_type'],
		[number, 'Infinity', 'invalid_type'],
		[{ name: 'x', type: 'Date' }, '2023-02-29', 'invalid_value'],
		[{ name: 'x', type: 'Date' }, '29/02/2024', 'invalid_value'],
		[{ name: 'x', type: 'Checkbox' }, 'yes', 'invalid_type'],
		[select, 'c', 'invalid_value'],
		[{ name: 'x', type: 'Url' }, 'javascript:alert(1)', 'invalid_value'],
		[regex, '12345', 'invalid_value'],
		[regex, '1'.repeat(200), 'too_big']
	])('%o refuses %j', (field, value, code) => {
		expect(issues({ x: value }, field)).toEqual([{ path: 'x', code }]);
	});

	it('Regex fits nothing when its pattern is not safe', () => {
		const unsafe = { name: 'x', type: 'Regex', config: { format: '^(a+)+$' } };
		expect(issues({ x: 'aaa' }, unsafe)).toEqual([{ path: 'x', code: 'invalid_value' }]);
	});
});
