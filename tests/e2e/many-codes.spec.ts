// Where many codes are asked for: a country that gets none, a moment of work before one is sent, a wait without script.
import { somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

test.use({ settings: { allowedCountries: ['CN', 'HK'], captchaPolicy: { enabled: true } } });

test.describe('a number of a country that gets no codes', () => {
	test('is refused at its field, kept, and offered in no list', async ({ page, signIn }) => {
		await signIn.start();
		await expect(signIn.country.getByRole('option')).toHaveCount(2);
		await signIn.phone.fill('+1 202 555 0123');
		await signIn.button('send_code').click();
		await expect(signIn.alert).toHaveText('We can’t send codes to this country or region yet.');
		await expect(signIn.phone).toHaveAttribute('aria-describedby', 'identifier-error');
		await expect(signIn.phone).toHaveValue(/202 ?-?555/);
		await expect(page).toHaveURL(/\/sign-in/);
	});
});

test.describe('a moment of work before a code', () => {
	test('is done by the browser, and once for the whole way in', { tag: '@script' }, async ({ signIn }) => {
		await signIn.signUp(somePhone());
	});

	test(
		'is a wait for whoever runs no script: early, then in time',
		{ tag: '@no-script' },
		async ({ page, signIn, foyer }) => {
			const me = somePhone();
			await signIn.start();
			await signIn.fillIn(me);
			await signIn.button('send_code').click();
			await expect(signIn.heading('one_moment_title')).toBeVisible();
			await expect(page.getByText(/^You can continue in \d+ seconds\.$/)).toBeVisible();
			// The page comes back by itself when the wait is over.
			expect(await page.content()).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"/);

			await signIn.button('continue').click();
			await expect(signIn.alert).toHaveText(/^The check isn’t over yet\. You can continue in \d+ seconds\.$/);
			await foyer.advanceClock(8_000);
			// As the page itself does: a reload would post once more.
			await page.goto(page.url());
			await expect(page.getByText('You can continue now.')).toBeVisible();
			await signIn.button('continue').click();
			await signIn.enterCodeSentTo(me);
			await signIn.createAccount();
			await signIn.expectSignedIn(me);
		}
	);

	// With script it is over too soon.
	test('can be left for another number', { tag: '@no-script' }, async ({ page, signIn }) => {
		await signIn.start();
		await signIn.fillIn(somePhone());
		await signIn.button('send_code').click();
		await signIn.link('account_back').click();
		await expect(page).toHaveURL(/\/sign-in\?/);
		await expect(signIn.phone).toBeVisible();
	});
});
