// A third party wants to see somebody's details: asked on a page of its own, in plain words, with two buttons.
import axe from 'axe-core';
import { authorize, discover, exchange, type Judge, type Sent } from '../support/judges/openid-session.ts';
import { tabTo } from '../support/keyboard.ts';
import { startLanding, type Landing } from '../support/judges/landing.ts';
import { expect, openTab, test as base, type SignInPages } from '../support/pages.ts';
import { someEmail, somePhone } from '../support/people.ts';

type ThirdParty = { judge: Judge; landing: Landing; request(wishes?: Record<string, string>): Promise<Sent> };

const test = base.extend<object, { shop: ThirdParty }>({
	shop: [
		async ({ foyer }, use) => {
			const landing = await startLanding();
			const application = await foyer.createApplication({
				name: 'Bookworm',
				redirectUris: [`${landing.home}callback`],
				more: ['--third-party', '--terms', 'https://shop.example/terms', '--privacy', 'https://shop.example/privacy']
			});
			const judge = await discover(foyer.origin, application);
			const scope = 'openid profile phone email offline_access';
			await use({ judge, landing, request: (wishes = {}) => authorize(judge, { scope, ...wishes }) });
			await landing.stop();
		},
		{ scope: 'worker', timeout: 90_000 }
	]
});

/** Somebody new signs up on the way, and is asked. */
async function arrive(signIn: SignInPages, shop: ThirdParty, me = somePhone()): Promise<{ me: string; sent: Sent }> {
	const sent = await shop.request();
	await signIn.page.goto(sent.url.href);
	await signUp(signIn, me);
	return { me, sent };
}

async function signUp(signIn: SignInPages, me: string): Promise<void> {
	await signIn.sendCodeTo(me);
	await signIn.enterCodeSentTo(me);
	await signIn.createAccount();
	await expect(signIn.button('consent_allow')).toBeVisible();
}

async function expectAnswer({ page }: SignInPages, { landing }: ThirdParty): Promise<URL> {
	await expect(page).toHaveURL(new RegExp(`^${landing.home}callback\\?`));
	return new URL(page.url());
}

test('the page says what of whom goes where; agreeing leads there', async ({ page, signIn, shop }) => {
	const { me, sent } = await arrive(signIn, shop);
	await expect(page.getByRole('heading', { name: 'Share with Bookworm?' })).toBeVisible();
	await expect(page.getByRole('listitem')).toHaveText([
		/^Your name, username and picture\s+Not provided\s*$/,
		/^Your phone number\s+\+86 134 •••• \d{4}\s*$/,
		/^Your email address\s+Not provided\s*$/,
		/^Access to all this while you’re away, until it’s withdrawn\s*$/
	]);
	await expect(page.getByText(`go back to ${new URL(shop.landing.home).host}.`)).toBeVisible();
	await expect(signIn.link('terms_link')).toHaveAttribute('href', 'https://shop.example/terms');
	await expect(signIn.link('privacy_link')).toHaveAttribute('href', 'https://shop.example/privacy');
	expect((await page.content()).replaceAll(/\s/g, '')).not.toContain(me.slice(-8));

	await signIn.button('consent_allow').click();
	const tokens = await exchange(shop.judge, sent, await expectAnswer(signIn, shop));
	expect(tokens.claims()).toMatchObject({ phone_number: me });
	expect(tokens.refresh_token).toBeTruthy();
});

test('with a keyboard alone: both answers come after what is asked', async ({ page, signIn, shop }) => {
	await arrive(signIn, shop);
	await tabTo(signIn.button('consent_allow'));
	await page.keyboard.press('Tab');
	await expect(signIn.button('consent_deny')).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await expectAnswer(signIn, shop);
});

test('not agreeing leads back with access_denied, and is no answer for ever', async ({ page, signIn, foyer, shop }) => {
	const { sent } = await arrive(signIn, shop);
	await signIn.button('consent_deny').click();
	const answer = await expectAnswer(signIn, shop);
	expect(Object.fromEntries(answer.searchParams)).toMatchObject({
		error: 'access_denied',
		state: sent.state,
		iss: `${foyer.origin}/oidc`
	});
	await expect(exchange(shop.judge, sent, answer)).rejects.toMatchObject({ error: 'access_denied' });
	await page.goto((await shop.request()).url.href);
	await expect(signIn.button('consent_allow')).toBeVisible();
});

test('somebody else uses another account', async ({ page, signIn, shop }) => {
	const { sent } = await arrive(signIn, shop);
	const other = someEmail();
	await signIn.link('not_you').click();
	await signUp(signIn, other);
	await expect(page.locator('bdi', { hasText: /^so•••@example.com$/ }).first()).toBeVisible();
	await signIn.button('consent_allow').click();
	const tokens = await exchange(shop.judge, sent, await expectAnswer(signIn, shop));
	expect(tokens.claims()).toMatchObject({ email: other });
});

test('two tabs finish, each with what it has shown', async ({ page, signIn, foyer, script, shop }) => {
	const { sent } = await arrive(signIn, shop);
	const tab = await openTab({ page, foyer, script });
	const later = await shop.request({ scope: 'openid email' });
	await tab.page.goto(later.url.href);
	await expect(tab.button('consent_allow')).toBeVisible();
	await signIn.button('consent_allow').click();
	const tokens = await exchange(shop.judge, sent, await expectAnswer(signIn, shop));
	expect(tokens.scope).toContain('phone');
	await tab.button('consent_allow').click();
	const others = await exchange(shop.judge, later, await expectAnswer(tab, shop));
	expect(others.scope).toBe('openid email');
});

test('a question that was left open for too long', async ({ signIn, foyer, shop }) => {
	await arrive(signIn, shop);
	await foyer.advanceClock(61 * 60 * 1000);
	await signIn.button('consent_allow').click();
	await expect(signIn.heading('failure_expired_title')).toBeVisible();
});

test('an account that was suspended in between', async ({ page, signIn, foyer, shop }) => {
	const { me } = await arrive(signIn, shop);
	await foyer.run(['user', 'suspend', me]);
	await signIn.button('consent_allow').click();
	await expect(signIn.heading('failure_suspended_title')).toBeVisible();
	await expect(page).toHaveURL(/\/consent\?/);
	await expect(signIn.link('failure_other_account')).toBeVisible();
});

test('what changed in between is shown before anybody agrees', async ({ page, signIn, shop }) => {
	await arrive(signIn, shop);
	await page.locator('input[name=version]').evaluate((field) => field.setAttribute('value', 'of something else'));
	await signIn.button('consent_allow').click();
	await expect(signIn.alert).toHaveText(signIn.word('error_session_consent_changed'));
	await signIn.button('consent_allow').click();
	expect((await expectAnswer(signIn, shop)).searchParams.get('code')).toBeTruthy();
});

test('two quick presses are one answer', { tag: '@script' }, async ({ signIn, shop }) => {
	const { sent } = await arrive(signIn, shop);
	await signIn.button('consent_allow').dblclick();
	const tokens = await exchange(shop.judge, sent, await expectAnswer(signIn, shop));
	expect(tokens.claims()?.sub).toBeTruthy();
});

for (const [colorScheme, locale] of [
	['light', 'en-US'],
	['dark', 'zh-CN']
] as const) {
	test.describe(`in ${colorScheme}, for a reader of ${locale}, on a narrow phone`, () => {
		test.use({ colorScheme, locale, bypassCSP: true, viewport: { width: 320, height: 568 } });

		test(
			'the question keeps nobody out, in either direction of writing',
			{ tag: '@script' },
			async ({ page, signIn, shop }) => {
				await arrive(signIn, shop, someEmail());
				await page.evaluate(axe.source);
				const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
				const { violations } = await page.evaluate(
					(tags) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags }),
					standards
				);
				expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
				for (const direction of ['ltr', 'rtl']) {
					await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
					expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
				}
			}
		);
	});
}
