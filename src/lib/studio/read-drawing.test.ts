import { expect, it } from 'vitest';
import { defaultSettings } from '../contract/settings.ts';
import { readDrawing } from './read-drawing.ts';

const look = { screen: 'sign-in', locale: 'en', theme: 'light' };
const read = (settings: object, more: object = {}) =>
	readDrawing(JSON.stringify({ ...look, ...more, settings: { ...defaultSettings, ...settings } }))?.settings;

it('draws the rest while one value is half typed', () => {
	const branding = { name: 'Shop', logoUrl: 'htt', artworkColor: 'blue', cornerRadius: 4 };
	expect(read({ branding })?.branding).toEqual({ name: 'Shop', cornerRadius: 4 });
	expect(read({ termsOfUseUrl: 'shop.example/terms' })).toMatchObject({ branding: {}, color: defaultSettings.color });
});

it('leaves a setting out that cannot do without the value', () => {
	const drawn = read({ color: { ...defaultSettings.color, primaryColor: '#12' }, branding: { name: 'Shop' } });
	expect([drawn?.color, drawn?.branding]).toEqual([defaultSettings.color, { name: 'Shop' }]);
});

it('is nothing where it is no drawing', () => {
	expect(readDrawing('{')).toBeUndefined();
	expect(readDrawing('null')).toBeUndefined();
	expect(read({}, { screen: 'nothing' })).toBeUndefined();
});
