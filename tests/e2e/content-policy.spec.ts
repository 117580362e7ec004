// Script that got into a page does not run; what our own pages do is never refused (every test here watches that).
import { expect, test } from '../support/pages.ts';

test(
	'a script that was injected into the page is blocked',
	{ tag: '@script' },
	async ({ page, signIn, violations }) => {
		await signIn.start();
		await page.route('**/sign-in?*', async (route) => {
			const answer = await route.fetch();
			const body = (await answer.text()).replace(
				'</main>',
				'<script>document.title = "mine"</script><img src="/nothing" onerror="document.title = \'mine\'"></main>'
			);
			await route.fulfill({ response: answer, body });
		});
		await page.reload();
		await expect.poll(() => violations.length).toBeGreaterThanOrEqual(2);
		expect(await page.title()).not.toBe('mine');
		expect(violations.join('\n')).toContain("script-src 'self'");
		violations.length = 0;
	}
);

test('text cannot become markup or script', { tag: '@script' }, async ({ page, signIn, violations }) => {
	await signIn.start();
	const thrown = await page.evaluate(() => {
		try {
			document.body.innerHTML = '<img src=x onerror=alert(1)>';
			return 'nothing';
		} catch (error) {
			return (error as Error).name;
		}
	});
	expect(thrown).toBe('TypeError');
	await expect.poll(() => violations.length).toBeGreaterThanOrEqual(1);
	violations.length = 0;
});

test('what somebody types comes back as text', async ({ page, signIn }) => {
	const typed = '"><img src=x onerror=alert(1)>';
	await signIn.start();
	await signIn.phone.fill(typed);
	await signIn.button('send_code').click();
	await expect(signIn.phone).toHaveValue(typed);
	await expect(page.locator('img[src=x]')).toHaveCount(0);
});
