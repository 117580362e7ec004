// Double clicks and posts that really overlap, at every step: one code, one account, signed in.
import { somePhone } from '../support/people.ts';
import { expect, test, type SignInPages } from '../support/pages.ts';

/** The page's form with these values, twice at once; answers where both lead. */
async function postTwice({ page }: SignInPages, buttonName: string, values: Record<string, string> = {}) {
	const form = page.locator('form').filter({ has: page.getByRole('button', { name: buttonName }) });
	const { action, fields } = await form.evaluate((element: HTMLFormElement) => ({
		action: element.action,
		fields: Object.fromEntries(new FormData(element)) as Record<string, string>
	}));
	const post = () =>
		page.request.post(action, {
			form: { ...fields, ...values },
			// As browsers say it: forms without script want a page.
			headers: { origin: new URL(action).origin, accept: 'text/html' },
			maxRedirects: 0
		});
	const answers = await Promise.all([post(), post()]);
	for (const answer of answers) expect(answer.status(), await answer.text()).toBe(303);
	return answers.map((answer) => answer.headers().location ?? '');
}

test('double clicks everywhere end signed in, with one code sent', async ({ signIn, foyer, script }) => {
	const me = somePhone();
	await signIn.page.goto('/demo-app');
	await signIn.link('demo_sign_in').dblclick();
	await signIn.fillIn(me);
	await signIn.button('send_code').dblclick();
	const code = await signIn.readCode(me);
	await signIn.code.fill(code);
	// With script the code has sent itself already.
	if (!script) await signIn.button('verify_submit').dblclick();
	await expect(signIn.heading('create_title')).toBeVisible();
	await signIn.button('create_submit').dblclick();
	await signIn.expectSignedIn(me);
	expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(1);
	await signIn.button('demo_sign_out').dblclick();
	await expect(signIn.heading('demo_title')).toBeVisible();
});

test('overlapping posts of somebody new both lead on', async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await signIn.start();
	const toCode = await postTwice(signIn, 'Send me a code', { identifier: me.slice(2) });
	for (const location of toCode) expect(location).toContain('/sign-in/verification-code?');
	await page.goto(toCode[0] ?? '');

	const toQuestion = await postTwice(signIn, 'Continue', { code: await signIn.readCode(me) });
	for (const location of toQuestion) expect(location).toContain('/sign-in/create-account?');
	await page.goto(toQuestion[0] ?? '');

	const toApplication = await postTwice(signIn, 'Create account');
	for (const location of toApplication) expect(location).toContain('/go?');
	await page.goto(toApplication[1] ?? '');
	await signIn.expectSignedIn(me);
	expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(1);
});

test('overlapping posts of somebody known both lead on', async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await signIn.signUp(me);
	await signIn.signOut();
	await foyer.advanceClock(61_000);
	await signIn.start('register');
	await signIn.sendCodeTo(me);
	await foyer.advanceClock(63_000);

	await page.reload();
	await signIn.readCode(me);
	const before = (await foyer.inbox.messages(`+${me}`)).length;
	const again = await postTwice(signIn, 'Send a new code');
	for (const location of again) expect(location).toContain('/register/verification-code?');
	await page.goto(again[0] ?? '');
	const code = await signIn.readCode(me);
	expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(before + 1);

	const toQuestion = await postTwice(signIn, 'Continue', { code });
	for (const location of toQuestion) expect(location).toContain('/register/sign-in-instead?');
	await page.goto(toQuestion[1] ?? '');
	const toApplication = await postTwice(signIn, 'Sign in');
	for (const location of toApplication) expect(location).toContain('/go?');
	await page.goto(toApplication[0] ?? '');
	await signIn.expectSignedIn(me);
});
