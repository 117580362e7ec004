// Where there is nothing to go on with, a page says so in plain words and leads out.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openMachine } from '../support/management.ts';
import { somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

const hour = 60 * 60 * 1000;

test('nobody comes from an application', async ({ page, signIn }) => {
	const steps = ['/sign-in', '/register', '/sign-in/verification-code', '/sign-in/create-account', '/go'];
	for (const address of [...steps, '/direct/social/wechat', '/direct/social', '/direct/sso/corp?fallback=register']) {
		await page.goto(address);
		await expect(page).toHaveURL(/\/unknown-session$/);
		await expect(signIn.heading('failure_unknown_session_title')).toBeVisible();
	}
});

test('cookies that were cleared on the way', async ({ page, context, signIn }) => {
	const me = somePhone();
	await signIn.start();
	await signIn.sendCodeTo(me);
	const code = await signIn.readCode(me);
	await context.clearCookies();
	await signIn.enter(code);
	await expect(signIn.heading('failure_expired_title')).toBeVisible();
	await expect(page.getByText('Go back to the app and sign in again.')).toBeVisible();
	await signIn.link('account_title').click();
	await expect(signIn.button('send_code')).toBeVisible();
});

test('a sign-in that was left open for too long', async ({ signIn, foyer }) => {
	const me = somePhone();
	await signIn.start();
	await signIn.fillIn(me);
	await foyer.advanceClock(hour + 1000);
	await signIn.button('send_code').click();
	await expect(signIn.heading('failure_expired_title')).toBeVisible();
	expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(0);
	await signIn.signUp(me);
});

test('an address that is none', async ({ page }) => {
	for (const address of ['/nothing', '/sign-in/nothing', '/provider-page']) {
		const answer = await page.goto(address);
		expect(answer?.status()).toBe(404);
		await expect(page.getByRole('heading', { name: 'There’s nothing here' })).toBeVisible();
	}
	expect((await page.goto('/oidc/nothing'))?.status()).toBe(404);
	await expect(page.getByRole('heading', { name: 'There’s nothing here' })).toBeVisible();
});

test('the way on from an address that is none', async ({ page, signIn, foyer }) => {
	const machine = await openMachine(foyer);
	const set = async (path: string, changes: object) =>
		expect((await machine.api('PATCH', path, changes)).status).toBe(200);
	const expectLinks = async (...keys: string[]) => {
		for (const address of ['/nothing', '/oidc/nothing']) {
			await page.goto(address);
			await expect(signIn.heading('failure_not_found_title')).toBeVisible();
			await expect(page.locator('main').getByRole('link')).toHaveText(keys.map((key) => signIn.word(key)));
		}
	};
	try {
		await expectLinks('account_title');
		await signIn.link('account_title').click();
		await expect(signIn.button('send_code')).toBeVisible();

		await set('account-center', { enabled: false });
		await expectLinks();
		await expect(page.getByText(signIn.word('failure_not_found_text_no_support'))).toBeVisible();
		await set('sign-in-exp', { supportEmail: 'help@example.com' });
		await expectLinks('failure_contact');

		await set('account-center', { enabled: true });
		await set('sign-in-exp', { supportEmail: null, unknownSessionRedirectUrl: `${foyer.origin}/demo-app` });
		await expectLinks('failure_home');
	} finally {
		await set('account-center', { enabled: true });
		await set('sign-in-exp', { supportEmail: null, unknownSessionRedirectUrl: null });
	}
});

test('an application that asks wrongly', async ({ page }) => {
	const answer = await page.goto('/oidc/auth?client_id=demo-app&redirect_uri=https://example.com/&response_type=code');
	expect(answer?.status()).toBe(400);
	await expect(page.getByRole('heading', { name: /^This sign.in link isn’t right$/ })).toBeVisible();
});

test('a page that failed has a reference and offers another try', async ({ page, signIn }) => {
	await signIn.start();
	await page.locator('form').evaluate((form) => form.setAttribute('action', '/unknown-session?/verify'));
	await signIn.fillIn(somePhone());
	await signIn.button('send_code').click();
	await expect(signIn.heading('failure_error_title')).toBeVisible();
	await expect(page.getByText(/^Reference [\da-f-]{36}$/)).toBeVisible();
	await expect(signIn.link('failure_again')).toHaveAttribute('href', '/unknown-session');
	await signIn.link('failure_again').click();
	await expect(signIn.heading('failure_unknown_session_title')).toBeVisible();
});

test('more than a form can hold is refused beside it', async ({ signIn }) => {
	await signIn.start();
	await signIn.phone.fill('1'.repeat(70_000));
	await signIn.button('send_code').click();
	await expect(signIn.alert).toHaveText('Something here isn’t right. Please check it and try again.');
	await expect(signIn.phone).toBeVisible();
});

test('a form of another site', async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await signIn.start();
	const stranger = createServer((_, response) => {
		response.writeHead(200, { 'content-type': 'text/html' }).end(
			`<form method="post" action="${page.url().replaceAll('&', '&amp;')}">
				<input name="identifier" value="+${me}"><input name="kind" value="phone"><button>Win a prize</button>
			</form>`
		);
	});
	await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
	const action = page.url();
	await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
	const answer = page.waitForResponse((response) => response.url() === action);
	await page.getByRole('button', { name: 'Win a prize' }).click();
	expect((await answer).status()).toBe(403);
	await expect(signIn.heading('failure_cross_origin_title')).toBeVisible();
	await expect(signIn.link('failure_again')).toHaveAttribute('href', action.slice(foyer.origin.length));
	expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(0);
	stranger.closeAllConnections();
	stranger.close();
});
