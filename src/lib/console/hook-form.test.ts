import { describe, expect, it } from 'vitest';
import { hookEvents } from '../contract/hooks.ts';
import { readHeaders, readHook, writeHeaders } from './hook-form.ts';
import { webhooks as english } from './words/en/operations.ts';
import { webhooks as chinese } from './words/zh-CN/operations.ts';

it('says every event that there is', () => {
	for (const { eventNames } of [english, chinese]) expect(Object.keys(eventNames)).toEqual([...hookEvents]);
});

describe('the headers of a webhook', () => {
	it('are lines, there and back', () => {
		const headers = { authorization: 'Bearer a:b', 'x-shop': 'north' };
		expect(writeHeaders(headers)).toBe('authorization: Bearer a:b\nx-shop: north');
		expect(readHeaders(writeHeaders(headers))).toEqual(headers);
		expect(readHeaders(' x-shop :north \n\nnonsense')).toEqual({ 'x-shop': 'north', nonsense: '' });
		expect(writeHeaders()).toBe('');
	});
});

describe('the form of a webhook', () => {
	it('names what was filled in, and nothing else', () => {
		const data = new FormData();
		data.set('name', ' Shop ');
		data.set('url', 'https://shop.example/hook');
		data.append('events', 'PostSignIn');
		data.append('events', 'User.Created');
		expect(readHook(data).body).toEqual({
			name: 'Shop',
			events: ['PostSignIn', 'User.Created'],
			config: { url: 'https://shop.example/hook' }
		});
		data.set('headers', 'x-shop: north');
		data.set('retries', '0');
		const { body, values } = readHook(data);
		expect(body.config).toEqual({ url: 'https://shop.example/hook', headers: { 'x-shop': 'north' }, retries: 0 });
		expect(values).toMatchObject({ events: 'PostSignIn User.Created', headers: 'x-shop: north', retries: '0' });
	});
});
