// No network, a slow one, no storage, another device: everybody ends signed in, or reads how to go on.
import type { Route } from '@playwright/test';
import { somePhone } from '../support/people.ts';
import { expect, openPages, test } from '../support/pages.ts';

test('Forward after Back leads to the same code and the same question', async ({ page, signIn, foyer }) => {
	const me = somePhone();
	await signIn.start();
	await signIn.sendCodeTo(me);
	await page.goBack();
	await expect(signIn.phone).toHaveValue(me.slice(2));
	await page.goForward();
	await expect(signIn.heading('verify_title')).toBeVisible();
	await signIn.enterCodeSentTo(me);
	await expect(signIn.heading('create_title')).toBeVisible();
	await page.goBack();
	await expect(signIn.code).toBeVisible();
	await page.goForward();
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
	expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(1);
});

test('what was sent without a network can be sent again', async ({ page, context, signIn, foyer }) => {
	const me = somePhone();
	const comeBackOnline = async () => {
		await expect(page).toHaveURL(/^chrome-error:/);
		await context.setOffline(false);
	};
	await signIn.start();
	await signIn.fillIn(me);
	await context.setOffline(true);
	await signIn.button('send_code').click();
	await comeBackOnline();
	await page.reload();
	await expect(signIn.heading('verify_title')).toBeVisible();

	const code = await signIn.readCode(me);
	await context.setOffline(true);
	await signIn.enter(code);
	await comeBackOnline();
	await page.goBack();
	await signIn.enter(code);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
	expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(1);
});

test('on a very slow network a form says that it is on its way, and is sent once', async ({
	page,
	context,
	signIn
}) => {
	const me = somePhone();
	const cdp = await context.newCDPSession(page);
	const conditions = { offline: false, latency: 400, downloadThroughput: 50 * 1024, uploadThroughput: 50 * 1024 };
	await cdp.send('Network.emulateNetworkConditions', conditions);
	// Playwright waits for a page that is on its way, so the page itself looks at its button and presses again.
	await page.addInitScript(() => {
		const pressAgain = ({ submitter }: SubmitEvent) => {
			if (!submitter) return;
			console.info(`ring: ${getComputedStyle(submitter, '::after').animationName}`);
			submitter.click();
		};
		addEventListener('submit', (event) => setTimeout(pressAgain, 50, event), { once: true });
	});
	const posts: string[] = [];
	page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
	await signIn.start();
	await signIn.fillIn(me);
	const ring = page.waitForEvent('console', (message) => message.text().startsWith('ring: '));
	await signIn.button('send_code').click();
	expect((await ring).text()).toContain('foyer-appear');
	await expect(signIn.heading('verify_title')).toBeVisible();
	expect(posts).toHaveLength(1);
	await signIn.enterCodeSentTo(me);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
});

test('whichever button was pressed says that its form is on its way, and no other', async ({ page, signIn }) => {
	await signIn.signUp(somePhone());
	const holdPosts = () =>
		page.route('**/*', (route) =>
			route.request().method() === 'POST' ? route.fulfill({ status: 204 }) : route.fallback()
		);
	const busy = () =>
		page
			.locator('button')
			.evaluateAll((buttons) =>
				buttons
					.filter((button) =>
						[undefined, '::after'].some((part) =>
							/foyer-(appear|pale)/.test(getComputedStyle(button, part).animationName)
						)
					)
					.map((button) => button.className.split(' ')[0])
			);
	const comeBack = async () => {
		await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
		await expect.poll(busy).toEqual([]);
	};
	await holdPosts();
	await page.goto('/account');
	await signIn.button('sign_out_submit').click();
	await expect.poll(busy).toEqual(['target']);
	await page.unrouteAll();
	await comeBack();

	await page.goto('/demo-app');
	await signIn.signOut();
	await page.goto('/demo-app');
	await signIn.link('demo_sign_in').click();
	await holdPosts();
	for (const row of ['forget', 'pick']) {
		await page.locator(`.${row}`).click();
		await expect.poll(busy).toEqual([row]);
		await comeBack();
	}
	await signIn.button('send_code').click();
	await expect.poll(busy).toEqual(['button']);
});

test('a page that is opened on another device says where to start, and stops nobody', async ({
	page,
	browser,
	signIn,
	foyer
}) => {
	const me = somePhone();
	await signIn.start();
	await signIn.sendCodeTo(me);
	const context = await browser.newContext({ baseURL: foyer.origin, locale: 'en-US' });
	const device = openPages({ page: await context.newPage(), foyer, script: true });
	await device.page.goto(page.url());
	await expect(device.heading('failure_expired_title')).toBeVisible();
	await expect(device.page.getByText('Go back to the app and sign in again.')).toBeVisible();
	await expect(device.page.locator('main form')).toHaveCount(0);

	await signIn.enterCodeSentTo(me);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
	// The other device starts from the application, as it was told.
	await foyer.advanceClock(61_000);
	await device.start();
	await device.sendCodeTo(me);
	await device.enter(await signIn.readCode(me));
	await device.expectSignedIn(me);
	await context.close();
});

test('a browser inside an app, where storage throws', async ({ page, signIn }) => {
	await page.addInitScript(() => {
		for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
			const get = () => {
				throw new DOMException('The operation is insecure.', 'SecurityError');
			};
			Object.defineProperty(window, name, { get });
		}
	});
	await signIn.signUp(somePhone());
});

test('a page that comes back as it was left, while its form was on its way, can be sent again', async ({
	page,
	signIn
}) => {
	const me = somePhone();
	await signIn.start();
	await signIn.fillIn(me);
	// Chromium keeps no page that may not be stored, other browsers may: here nothing answers, and then the page is back.
	const stayHere = (route: Route) => route.fulfill({ status: 204 });
	await page.route('**/sign-in?*', stayHere);
	await signIn.button('send_code').click();
	await expect(page.locator('form[data-pending]')).toBeVisible();
	await page.unroute('**/sign-in?*', stayHere);
	await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
	await expect(page.locator('form[data-pending]')).toHaveCount(0);
	await signIn.button('send_code').click();
	await signIn.enterCodeSentTo(me);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
});
