import { describe, expect, it } from 'vitest';
import { settings } from '../../contract/settings.ts';
import { flawsIn, readValues } from './extra-profile.ts';

const part = (name: string, enabled = true) => ({ name, enabled, required: false });
const { customProfileFields: catalogue } = settings.parse({
	customProfileFields: [
		{
			name: 'fullname',
			type: 'Fullname',
			required: false,
			config: { parts: [part('givenName'), part('middleName', false)] }
		},
		{ name: 'news', type: 'Checkbox', required: false },
		{ name: 'nickname', type: 'Text', required: true }
	]
});

describe('the further fields of a registration', () => {
	it('are read from a flat form: parts by their group, a box by its absence', () => {
		const posted = { 'fullname.givenName': 'Mia', 'fullname.middleName': 'not asked for', nickname: 'm', other: 'x' };
		expect(readValues(posted, catalogue)).toEqual({ fullname: { givenName: 'Mia' }, news: 'false', nickname: 'm' });
		expect(readValues({ news: 'true' }, catalogue)).toEqual({ fullname: undefined, news: 'true', nickname: '' });
	});

	it('are refused one by one', () => {
		const issues = [{ path: 'fullname.givenName', code: 'too_big' }];
		expect(flawsIn({ code: 'guard.invalid_input', data: { issues } })).toEqual(issues);
		expect(flawsIn({ code: 'session.busy', data: { issues } })).toEqual([]);
		expect(flawsIn(undefined)).toEqual([]);
	});
});
