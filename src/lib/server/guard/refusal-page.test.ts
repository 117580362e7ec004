import { describe, expect, it } from 'vitest';
import { bareFailure, describeRefusal, isPageWanted, sayInPage } from './refusal-page.ts';

const asked = (path: string, init: RequestInit = {}) => ({
	request: new Request('http://localhost:3001/', init),
	url: new URL(`http://localhost:3001${path}`)
});

describe('the way on from a refusal', () => {
	it('is the same address, without names of actions', () => {
		const { page, address } = describeRefusal(asked('/sign-in?app_id=shop&/resend='), { code: 'server.maintenance' });
		expect([page.kind, page.links?.again, address]).toEqual([
			'maintenance',
			'/sign-in?app_id=shop',
			'/sign-in?app_id=shop'
		]);
	});

	it.each(['//evil.example/x', '///evil.example/x', '/\\evil.example/x'])('never leads away: %s', (path) => {
		const again =
			describeRefusal(asked(path), { code: 'guard.cross_origin' }).page.links?.again ?? 'https://none.example';
		expect(new URL(again, 'http://localhost:3001').host).toBe('localhost:3001');
	});

	it('is not to send again what was sent', () => {
		expect(
			describeRefusal(asked('/sign-in', { method: 'POST' }), { code: 'server.unavailable' }).page.links
		).toBeUndefined();
	});

	it('is no other try where nothing is', () => {
		expect(describeRefusal(asked('/studio'), { code: 'entity.not_found' }).page.links).toBeUndefined();
	});

	it('is the page that the form was on, for whoever only has to wait', () => {
		const posted = asked('/sign-in?app_id=shop&/resend=', { method: 'POST' });
		const wait = { code: 'request.rate_limited' } as const;
		const ofForm = { ...posted, route: { id: '/(experience)/[flow=flow]' } };
		expect(describeRefusal(ofForm, wait).page.links).toEqual({ again: '/sign-in?app_id=shop' });
		expect(describeRefusal({ ...posted, route: { id: '/oidc/[...path]' } }, wait).page.links).toBeUndefined();
	});

	it('is our own page where another site sent something to it', () => {
		const { links } = describeRefusal(asked('/sign-in', { method: 'POST' }), { code: 'guard.cross_origin' }).page;
		expect(links).toEqual({ again: '/sign-in' });
	});
});

it('a failure that SvelteKit would say in its own page is told from one of ours', () => {
	const page = (status: number, headers: object = {}) =>
		bareFailure(new Response('', { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }));
	expect(page(503)).toEqual({ code: 'server.unavailable' });
	expect(page(500)).toEqual({ code: 'server.internal' });
	expect(page(503, { 'x-sveltekit-page': 'true' })).toBeUndefined();
	expect(page(503, { 'content-type': 'application/json' })).toBeUndefined();
	expect(page(200)).toBeUndefined();
});

it('a refusal that is said in a page keeps its status, its wait and its cookies', async () => {
	const headers = new Headers({ 'retry-after': '3', 'content-type': 'application/json' });
	for (const cookie of ['a=; Max-Age=0', 'b=1']) headers.append('set-cookie', cookie);
	const page = new Response('in words', { headers: { 'content-type': 'text/html', 'set-cookie': 'c=2' } });
	const said = sayInPage(new Response('{}', { status: 503, headers }), page);
	expect([said.status, said.headers.get('retry-after'), said.headers.get('content-type'), await said.text()]).toEqual([
		503,
		'3',
		'text/html',
		'in words'
	]);
	expect(said.headers.getSetCookie()).toEqual(['c=2', 'a=; Max-Age=0', 'b=1']);
});

it('programs read JSON, browsers a page', () => {
	const html = { headers: { accept: 'text/html,*/*' } };
	expect(isPageWanted(asked('/sign-in', html))).toBe(true);
	expect(isPageWanted(asked('/sign-in'))).toBe(false);
	expect(isPageWanted(asked('/api/experience', html))).toBe(false);
});
