// Codes that do not work: mistyped, too often, too late, replaced; and asking for another.
import { answerCode, go } from '../support/keyboard.ts';
import { somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

const minute = 60_000;

function otherThan(code: string): string {
	return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

test('a mistyped code says how many tries are left, and the right one still works', async ({ page, signIn }) => {
	const me = somePhone();
	await signIn.start();
	await signIn.sendCodeTo(me);
	const code = await signIn.readCode(me);
	await signIn.enter(otherThan(code));
	await expect(signIn.alert).toHaveText('That code isn’t right. You have 4 tries left.');
	await expect(page).toHaveTitle(/^Error: /);
	await expect(signIn.code).toHaveValue('');
	await expect(signIn.code).toBeFocused();
	await expect(signIn.code).toHaveAttribute('aria-invalid', 'true');
	await expect(signIn.code).toHaveAccessibleDescription(/4 tries left/);

	await signIn.enter(code);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
});

test('a mistyped code is corrected with a keyboard alone', async ({ signIn, script }) => {
	const me = somePhone();
	await signIn.start();
	await signIn.sendCodeTo(me);
	const code = await signIn.readCode(me);
	await answerCode(signIn.code, otherThan(code), script);
	await expect(signIn.alert).toBeVisible();
	await answerCode(signIn.code, code, script);
	await go(signIn.button('create_submit'));
	await signIn.expectSignedIn(me);
});

test('five wrong codes end this code, and a new one goes on', { tag: '@once' }, async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await signIn.start();
	await signIn.sendCodeTo(me);
	const code = await signIn.readCode(me);
	for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
		await signIn.enter(otherThan(code));
		await expect(signIn.alert).toContainText(`You have ${left} left.`);
	}
	await signIn.enter(otherThan(code));
	await expect(signIn.alert).toHaveText('Too many wrong codes. Please ask for a new one.');
	await signIn.enter(code);
	await expect(signIn.alert).toHaveText('Too many wrong codes. Please ask for a new one.');

	await foyer.advanceClock(minute + 1000);
	await page.goto(page.url().replace('/verify&', ''));
	await signIn.button('resend').click();
	await expect(page.getByText('A new code is on its way.')).toBeVisible();
	await signIn.enterCodeSentTo(me);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
});

test('a code that came too late says so and can be replaced', { tag: '@once' }, async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await signIn.start();
	await signIn.sendCodeTo(me);
	await expect(page.getByText('The code works for 5 more minutes.')).toBeVisible();
	const code = await signIn.readCode(me);
	await foyer.advanceClock(5 * minute + 1000);
	await signIn.enter(code);
	await expect(signIn.alert).toHaveText('This code has expired. Please ask for a new one.');

	await page.goto(page.url().replace('/verify&', ''));
	await expect(page.getByText('This code has expired. Ask for a new one below.')).toBeVisible();
	await signIn.button('resend').click();
	await signIn.enterCodeSentTo(me);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
});

test('only the newest code counts', { tag: '@once' }, async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await signIn.start();
	await signIn.sendCodeTo(me);
	const older = await signIn.readCode(me);
	await foyer.advanceClock(minute + 1000);
	await page.reload();
	await signIn.button('resend').click();
	const newer = await signIn.readCode(me);
	await expect(page.getByRole('status').filter({ hasText: 'Earlier ones no longer work.' })).toBeVisible();

	await signIn.enter(older);
	await expect(signIn.alert).toContainText('That code isn’t right');
	await signIn.enter(newer);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
});

test(
	'another code too soon is refused by the server, with the time',
	{ tag: '@once' },
	async ({ page, signIn, foyer, script }) => {
		const me = somePhone();
		await signIn.start();
		await signIn.sendCodeTo(me);
		if (script) {
			const waiting = page.getByRole('button', { name: /^New code in 0:\d\d$/ });
			await expect(waiting).toHaveAttribute('aria-disabled', 'true');
			const form = page.locator('form').filter({ has: waiting });
			// Whoever goes around the page's script meets the server.
			await form.evaluate((element: HTMLFormElement) => element.submit());
		} else {
			await expect(page.getByText(/^You can ask for a new code in \d+ seconds\.$/)).toBeVisible();
			await signIn.button('resend').click();
		}
		await expect(signIn.alert).toHaveText(/^A code was requested just now\. You can ask for another in \d+ seconds\.$/);
		await expect(signIn.alert).toBeFocused();
		expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(1);

		await signIn.enterCodeSentTo(me);
		await signIn.createAccount();
		await signIn.expectSignedIn(me);
	}
);

test('the wait for another code counts down and ends', { tag: '@script' }, async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await page.clock.install();
	await signIn.start();
	await signIn.sendCodeTo(me);
	await expect(page.getByRole('button', { name: /^New code in/ })).toBeVisible();
	await page.clock.runFor(63_000);
	await expect(page.getByRole('status')).toHaveText('You can ask for a new code now.');
	await foyer.advanceClock(61_000);
	await signIn.button('resend').click();
	await expect(page.getByText('A new code is on its way.')).toBeVisible();
});
