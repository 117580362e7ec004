// T20, the pages: whatever is posted or asked for, a page answers in words for people, never with a failure of ours.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openBrowser, type Browser } from '../support/api-client.ts';
import { somePerson, signInAs } from '../support/account.ts';
import { openMachine } from '../support/management.ts';
import { begin, good, manySends } from '../support/passwords.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';
import { bodies, cookies } from './malformed/hostile.ts';

let foyer: Foyer;
beforeAll(async () => {
	const customProfileFields = ['name', 'nickname'].map((name) => ({ name, type: 'Text', required: true }));
	const accountCenter = { profileFields: [{ name: 'nickname' }] };
	const fields = { customProfileFields, signUpProfileFields: [{ name: 'name' }], accountCenter };
	const mfa = { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode'] };
	foyer = await startFoyer({ settings: { ...presets.usernameWithVerifiedContact, ...fields, ...manySends, mfa } });
	owner = await openAccountPage();
});
afterAll(() => foyer.stop());

/** Every form there is, and what it posts. */
const forms: [address: string, fields: string[]][] = [
	['/sign-in', ['identifier', 'kind', 'country']],
	['/register', ['identifier', 'kind', 'country']],
	['/forgot-password', ['identifier', 'kind', 'country']],
	['/choose-account?/pick', ['account', 'terms', 'shared', 'instead']],
	['/choose-account?/forget', ['account']],
	['/signed-out?/forget', ['account']],
	['/sign-in/password?/password', ['identifier', 'kind', 'password', 'account']],
	['/sign-in/password?/code', ['identifier', 'kind', 'account']],
	['/sign-in/verification-code?/verify', ['verificationId', 'code']],
	['/sign-in/verification-code?/resend', ['verificationId']],
	['/register/verification-code?/verify', ['verificationId', 'code']],
	['/register/password', ['newPassword']],
	['/register/sign-in-instead', ['verificationId']],
	['/sign-in/create-account', ['verificationId']],
	['/forgot-password/verification-code?/verify', ['verificationId', 'code']],
	['/forgot-password/reset', ['newPassword']],
	['/continue/username', ['identifier', 'kind', 'country']],
	['/continue/emailOrPhone', ['identifier', 'kind', 'country']],
	['/continue/password', ['newPassword']],
	['/continue/extra-profile', ['name', 'nobody-asked']],
	['/one-time-token', ['email', 'token']],
	['/consent?/allow', ['version']],
	['/consent?/deny', []]
];

/** Those of the account page, for whoever is signed in there and has shown who asks: nobody else gets as far as a form. */
const ownForms: [address: string, fields: string[]][] = [
	['/account/confirm/Password?/verify', ['password']],
	['/account/profile', ['name', 'username', 'avatar', 'locale']],
	['/account/profile/details', ['nickname', 'nobody-asked']],
	['/account/profile/picture?/upload', ['file']],
	['/account/profile/picture?/remove', []],
	['/account/phone/new', ['identifier', 'country']],
	['/account/email/new', ['identifier']],
	['/account/phone/code?/verify', ['verificationId', 'code']],
	['/account/phone/code?/resend', ['verificationId']],
	['/account/email/remove', []],
	['/account/factors?/switch', ['on']],
	['/account/factors?/distrust', ['id']],
	['/account/factors/app', ['secret', 'qrCode', 'code']],
	['/account/factors/codes?/make', []],
	['/account/factors/codes?/keep', ['codes']],
	['/account/factors/passkey', ['verificationId', 'payload']],
	['/account/sessions?/signOut', ['id']],
	['/account/applications', ['id']],
	['/account/data/delete', ['terms']],
	['/account/password', ['newPassword']]
];
let owner: Browser;

async function openAccountPage(): Promise<Browser> {
	const browser = openBrowser(foyer.origin);
	const machine = await openMachine(foyer);
	await signInAs(foyer, await somePerson(machine, { profile: { nickname: 'a' } }), { browser });
	await browser.follow('/account');
	const headers = { origin: foyer.origin, accept: 'text/html' };
	const proof = { method: 'POST', headers, body: new URLSearchParams({ password: good }) };
	const shown = await browser.request('/account/confirm/Password?/verify&to=/account/password', proof);
	if (shown.headers.get('location') !== '/account/password') throw new Error(`not let in: ${await shown.text()}`);
	return browser;
}

const texts = [
	'',
	' ',
	'\u0000',
	'a\u0000b',
	'\u202e\ufeff',
	'__proto__',
	"' or 1=1 --",
	'<script>alert(1)</script>',
	'x'.repeat(5000),
	'+86 138 0013 8000; ext=5',
	'１３８００１３８０００'
];

const inside =
	/\bat \S+ \(|node_modules|node:internal|\.(ts|js):\d+|sqlite|postgres|TypeError|SyntaxError|ZodError|Internal Error/i;

async function ask(browser: Browser, path: string, init: RequestInit = {}): Promise<void> {
	const headers = { accept: 'text/html', origin: foyer.origin, ...(init.headers as Record<string, string>) };
	const response = await browser.request(path, { ...init, headers });
	const text = await response.text();
	const told = `${init.method ?? 'GET'} ${path} answers ${response.status}: ${text.replace(/<style.*?<\/style>/s, '').slice(0, 600)}`;
	if (response.status >= 500 || inside.test(text) || text.includes('<script>alert')) throw new Error(told);
	// A page, the way to one, or a refusal in plain words before any page is chosen.
	const isPage = response.headers.get('content-type')?.startsWith('text/html');
	if (init.method === 'OPTIONS' && response.status === 204) return;
	if (!isPage && !response.headers.has('location') && ![400, 403, 405, 413, 415].includes(response.status)) {
		throw new Error(told);
	}
}

describe.each([...forms, ...ownForms])('%s', (address, fields) => {
	it('bears any text in any field, fields twice, missing, and files', async () => {
		const isOwn = address.startsWith('/account/');
		const journey = isOwn
			? undefined
			: await begin(foyer, address.startsWith('/forgot') ? 'ForgotPassword' : 'Register');
		const query = journey ? `${address.includes('?') ? '&' : '?'}${journey.page.searchParams}` : '';
		const post = (body: BodyInit) => ask(journey ?? owner, address + query, { method: 'POST', body });
		await post(new URLSearchParams());
		for (const text of texts) {
			await post(new URLSearchParams(fields.map((name) => [name, text])));
			await post(new URLSearchParams([...fields, ...fields, '__proto__', 'constructor'].map((name) => [name, text])));
		}
		const files = new FormData();
		for (const name of fields) files.append(name, new Blob(['text']), 'file.txt');
		await post(files);
	});
});

/** Read by one helper for all of them: three will do. */
describe.each(
	forms.filter(([address]) => ['/sign-in', '/sign-in/password?/password', '/continue/extra-profile'].includes(address))
)('%s', (address, fields) => {
	it('bears a body that is no form', async () => {
		const journey = await begin(foyer, 'SignIn');
		const path = `${address}${address.includes('?') ? '&' : '?'}${journey.page.searchParams}`;
		const types = [
			'application/x-www-form-urlencoded',
			'multipart/form-data; boundary=x',
			'text/plain',
			'application/json'
		];
		for (const type of types) {
			for (const [, body] of bodies)
				await ask(journey, path, { method: 'POST', body, headers: { 'content-type': type } });
		}
		for (const text of ['%', '%ff=%00', '='.repeat(3000), `${fields[0]}=%ED%A0%80`]) {
			const headers = { 'content-type': 'application/x-www-form-urlencoded' };
			await ask(journey, path, { method: 'POST', body: text, headers });
		}
	});
});

describe('an address', () => {
	const pages = [...new Set([...forms, ...ownForms].map(([address]) => address.split('?')[0] ?? ''))];
	const queries = [
		'uid=%00&app_id=__proto__',
		'uid=%ff&kind=constructor&login_hint=%ff',
		'one_time_token=%00&login_hint=%00',
		`identifier=${'x'.repeat(3000)}&ui_locales=%00`,
		'lang=%00',
		'lang=__proto__',
		'%=%&&&=',
		'/nothing'
	];

	const account = ['', '/factors/x', '/sign-in', '/callback', '/data/export'];
	const others = ['/go', '/unknown-session', '/account-suspended', '/provider-page', '/direct/social/x', '/'];

	it.each([...pages, ...others, ...account.map((page) => `/account${page}`)])(
		'%s bears any query and any cookie',
		async (page) => {
			for (const query of queries) await ask(openBrowser(foyer.origin), `${page}?${query}`);
			for (const cookie of cookies) await ask(openBrowser(foyer.origin), page, { headers: { cookie } });
			if (page.startsWith('/account')) for (const query of queries) await ask(owner, `${page}?${query}`);
		}
	);

	it.each(['/%', '/%00', '/%ff', '/sign-in/%2e%2e', '/continue/__proto__', '/direct/%00/%ff', `/${'x'.repeat(4000)}`])(
		'%s leads to a page',
		async (path) => ask(openBrowser(foyer.origin), path)
	);

	it('is not posted to where nothing is posted', async () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
			for (const page of ['/go', '/unknown-session', '/account-suspended', '/sign-in', '/sign-in/password?/nothing']) {
				await ask(openBrowser(foyer.origin), page, { method });
			}
		}
	});
});

describe('the provider', () => {
	const paths = [
		'/oidc/token',
		'/oidc/token/revocation',
		'/oidc/me',
		'/oidc/auth',
		'/oidc/session/end',
		'/oidc/nothing'
	];
	const authorizations = [
		'Basic',
		'Basic %',
		'Basic ////',
		`Basic ${btoa('a:b:c%ff%00')}`,
		'Bearer \u00ff',
		'Digest x',
		'x'.repeat(6000)
	];

	it.each(paths)('%s answers in the words of the protocol', async (path) => {
		const asked: [string, RequestInit][] = [
			...bodies.map(([, body]): [string, RequestInit] => [path, { method: 'POST', body }]),
			...authorizations.map((authorization): [string, RequestInit] => [
				path,
				{ method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code' }), headers: { authorization } }
			]),
			...[
				'client_id=%00',
				'client_id=__proto__',
				'client_id=a&client_id=b',
				'claims=%7B',
				`state=${'x'.repeat(4000)}`
			].map((query): [string, RequestInit] => [`${path}?${query}&response_type=code&redirect_uri=%ff`, {}])
		];
		for (const [address, init] of asked) {
			const response = await openBrowser(foyer.origin).request(address, init);
			const text = await response.text();
			if (response.status >= 500 || inside.test(text))
				throw new Error(`${address}: ${response.status} ${text.slice(0, 400)}`);
		}
	});
});
