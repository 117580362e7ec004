import { expect, it } from 'vitest';
import { settingChanges } from './setting-changes.ts';
import { experience as english } from './words/en/experience.ts';
import { experience as chinese } from './words/zh-CN/experience.ts';

it('tells of the values that differ, and of no other', () => {
	const color = { primaryColor: '#0d6e62', isDarkModeEnabled: true, darkPrimaryColor: '#57c9b6' };
	const after = { ...color, primaryColor: '#553399', isDarkModeEnabled: false };
	expect(settingChanges([{ field: 'color', before: color, after }], english)).toEqual([
		{ path: 'color.primaryColor', label: 'Brand colour', before: '#0d6e62', after: '#553399' },
		{ path: 'color.isDarkModeEnabled', label: 'Dark mode', before: 'On', after: 'Off' }
	]);
});

it('says what is chosen as the page says it, in its language', () => {
	const diff = [
		{
			field: 'signIn',
			before: { methods: [] },
			after: { methods: [{ identifier: 'phone', password: false, verificationCode: true, isPasswordPrimary: false }] }
		},
		{ field: 'signInMode', before: 'SignIn', after: 'Register' },
		{ field: 'branding', before: {}, after: { logoUrl: '/assets/a.png' } },
		{ field: 'passwordPolicy', before: { rejects: { words: [] } }, after: { rejects: { words: ['foyer'] } } }
	];
	expect(settingChanges(diff, chinese).map(({ label, before, after }) => [label, before, after])).toEqual([
		['登录', '未设置', '手机号 (验证码)'],
		['谁可以进入', '仅已有账号的用户', '仅新用户'],
		['标志', '未设置', '/assets/a.png'],
		['禁用词', '未设置', 'foyer']
	]);
});

it('names what this page has no place for as the API does', () => {
	const diff = [{ field: 'maintenance', before: { enabled: false }, after: { enabled: true } }];
	expect(settingChanges(diff, english)).toEqual([
		{ path: 'maintenance.enabled', label: undefined, before: 'Off', after: 'On' }
	]);
});
