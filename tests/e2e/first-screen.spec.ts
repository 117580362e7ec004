// The first screen understands what people type, and keeps it.
import { createHash, randomInt } from 'node:crypto';
import { someEmail, somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

test.describe('a phone number', () => {
	test(
		'of another country is sent a code, and the country stays chosen',
		{ tag: '@once' },
		async ({ page, signIn }) => {
			// Those below 91 have a fixed outcome in the sandbox.
			const line = `01${randomInt(91, 99)}`;
			await signIn.start();
			await expect(signIn.country).toHaveValue('CN');
			await signIn.country.selectOption('US');
			await signIn.phone.fill(`(202) 555-${line}`);
			await signIn.button('send_code').click();
			await expect(page.locator('bdi')).toHaveText(`+1 202 555 ${line}`);

			await signIn.link('change').click();
			await expect(signIn.country).toHaveValue('US');
			await expect(signIn.phone).toHaveValue(`(202) 555-${line}`);
			await signIn.button('send_code').click();
			await signIn.enterCodeSentTo(`1202555${line}`);
			await signIn.createAccount();
			await signIn.expectSignedIn(`1202555${line}`);
		}
	);

	test(
		'with its dialling code belongs to that country, whatever is chosen',
		{ tag: '@once' },
		async ({ page, signIn }) => {
			const me = somePhone();
			await signIn.start();
			await signIn.country.selectOption('FR');
			await signIn.phone.fill(`+86 ${me.slice(2, 5)} ${me.slice(5)}`);
			await signIn.button('send_code').click();
			await expect(page.locator('bdi')).toHaveText(/^\+86 134/);
			await signIn.link('change').click();
			await expect(signIn.country).toHaveValue('CN');
		}
	);

	test(
		'pasted with its dialling code sets the country at once',
		{ tag: '@script' },
		async ({ page, context, signIn }) => {
			await context.grantPermissions(['clipboard-read', 'clipboard-write']);
			await signIn.start();
			await signIn.country.selectOption('FR');
			await page.evaluate(() => navigator.clipboard.writeText('+86 134 9000 1234'));
			await signIn.phone.press('Control+V');
			await expect(signIn.country).toHaveValue('CN');
			await expect(signIn.phone).toHaveValue('134 9000 1234');
		}
	);

	for (const [whose, hint, country, shown] of [
		['of the country that is chosen anyway', '+8613490001234', 'CN', '134 9000 1234'],
		['of another country', '+12025550199', 'US', '202 555 0199']
	] as const) {
		test(
			`that the application expects, ${whose}, stands beside its country`,
			{ tag: '@once' },
			async ({ page, signIn, foyer }) => {
				const query = new URLSearchParams({
					client_id: 'demo-app',
					redirect_uri: `${foyer.origin}/demo-app/callback`,
					response_type: 'code',
					scope: 'openid',
					login_hint: hint,
					code_challenge: createHash('sha256').update('somebody').digest('base64url'),
					code_challenge_method: 'S256'
				});
				await page.goto(`/oidc/auth?${query}`);
				await expect(signIn.country).toHaveValue(country);
				await expect(signIn.phone).toHaveValue(shown);
				await signIn.button('send_code').click();
				await expect(page.locator('bdi')).toHaveText(`${hint.slice(0, country === 'CN' ? 3 : 2)} ${shown}`);
			}
		);
	}

	test('that cannot be one is refused beside its field, and kept', { tag: '@once' }, async ({ page, signIn }) => {
		await signIn.start();
		await signIn.country.selectOption('DE');
		await signIn.phone.fill('12');
		await signIn.button('send_code').click();
		await expect(signIn.alert).toHaveText('That doesn’t look like a phone number of this country. Please check both.');
		await expect(signIn.phone).toHaveValue('12');
		await expect(signIn.country).toHaveValue('DE');
		await expect(signIn.phone).toBeFocused();
		await expect(signIn.phone).toHaveAccessibleDescription(/doesn’t look like a phone number/);
		await expect(page).toHaveTitle(/^Error: /);
	});
});

test('a provider that nobody connected is the screen to fall back to', { tag: '@once' }, async ({ page, signIn }) => {
	const me = somePhone();
	await signIn.start();
	const { search } = new URL(page.url());
	for (const address of ['/direct/social', '/direct/sso/corp', '/direct/social/wechat']) {
		await page.goto(address + search);
		await expect(signIn.heading('sign_in_title')).toBeVisible();
		await page.goto(`${address}${search}&fallback=register`);
		await expect(signIn.heading('register_title')).toBeVisible();
		await expect(page).not.toHaveURL(/fallback/);
	}
	await signIn.sendCodeTo(me);
	await signIn.enterCodeSentTo(me);
	await signIn.expectSignedIn(me);
});

test('an address in the phone field is understood', async ({ page, signIn }) => {
	const me = someEmail();
	await signIn.start();
	await signIn.phone.fill(me);
	await signIn.button('send_code').click();
	await expect(page.locator('bdi')).toHaveText(me);
});

test.describe('somebody who changes their mind', () => {
	test('corrects the number, and only the new one counts', async ({ page, signIn }) => {
		const [mistyped, me] = [somePhone(), somePhone()];
		await signIn.start();
		await signIn.sendCodeTo(mistyped);
		const wrongPhone = await signIn.readCode(mistyped);
		await signIn.link('change').click();
		await expect(signIn.phone).toHaveValue(mistyped.slice(2));

		await signIn.sendCodeTo(me);
		await signIn.enter(wrongPhone);
		await expect(signIn.alert).toContainText('That code isn’t right');
		await signIn.enterCodeSentTo(me);
		await expect(page.getByText('No account yet for')).toBeVisible();
		await signIn.createAccount();
		await signIn.expectSignedIn(me);
	});

	test('takes the other channel and finds what was typed on the way back', async ({ signIn }) => {
		const [phone, email] = [somePhone(), someEmail()];
		await signIn.start();
		await signIn.sendCodeTo(phone);
		await signIn.link('other_channel_email').click();
		await expect(signIn.email).toBeVisible();
		await signIn.sendCodeTo(email);

		await signIn.link('other_channel_phone').click();
		await expect(signIn.phone).toHaveValue(phone.slice(2));
		await signIn.link('use_email').click();
		await expect(signIn.email).toHaveValue(email);
		await signIn.button('send_code').click();
		await signIn.enterCodeSentTo(email);
		await signIn.createAccount();
		await signIn.expectSignedIn(email);
	});

	test('goes between signing in and signing up', { tag: '@once' }, async ({ page, signIn }) => {
		await signIn.start();
		await signIn.link('new_here_link').click();
		await expect(page.getByRole('heading', { name: 'Create your account' })).toBeVisible();
		await signIn.link('have_account_link').click();
		await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	});
});
