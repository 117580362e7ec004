// Several tabs at once: each finishes its own sign-in.
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { someEmail, somePhone } from '../support/people.ts';
import type { Foyer } from '../support/server.ts';
import { expect, openTab, test } from '../support/pages.ts';

test('two tabs of one application both finish', async ({ page, signIn, foyer, script }) => {
	const me = somePhone();
	const other = await openTab({ page, foyer, script });
	await signIn.start();
	await other.start();
	await signIn.sendCodeTo(me);
	const code = await signIn.readCode(me);
	await foyer.advanceClock(61_000);
	await other.sendCodeTo(me);
	const otherCode = await signIn.readCode(me);

	await signIn.enter(code);
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
	await other.enter(otherCode);
	await other.expectSignedIn(me);
});

test('two tabs with two people: the application believes the one who came last', async ({
	page,
	signIn,
	foyer,
	script
}) => {
	const [first, second] = [somePhone(), someEmail()];
	const other = await openTab({ page, foyer, script });
	await signIn.start();
	await other.start();
	await signIn.sendCodeTo(first);
	await other.sendCodeTo(second);
	await signIn.enterCodeSentTo(first);
	await signIn.createAccount();
	await signIn.expectSignedIn(first);

	await other.enterCodeSentTo(second);
	await other.createAccount();
	await other.expectSignedIn(second);
});

test('two tabs of two applications both finish', async ({ page, signIn, foyer, script }) => {
	const me = somePhone();
	const shop = await openShop(foyer);
	const other = await openTab({ page, foyer, script });
	await signIn.start();
	await other.page.goto(shop.signInAddress);
	await expect(other.page.locator('header')).toHaveText('Shop');
	await signIn.sendCodeTo(me);
	const code = await signIn.readCode(me);
	await foyer.advanceClock(61_000);
	await other.sendCodeTo(me);
	const otherCode = await signIn.readCode(me);

	await other.enter(otherCode);
	await other.createAccount();
	await expect(other.page.getByText('The shop got a code.')).toBeVisible();
	await signIn.enter(code);
	await signIn.expectSignedIn(me);
	await shop.close();
});

test('a tab that was left behind goes on with the newer code', async ({ page, signIn, foyer, script }) => {
	const [mistyped, me] = [somePhone(), somePhone()];
	await signIn.start();
	await signIn.sendCodeTo(mistyped);
	const staleCode = await signIn.readCode(mistyped);
	const newer = await openTab({ page, foyer, script });
	await newer.page.goto(page.url());
	await newer.link('change').click();
	await newer.sendCodeTo(me);

	await signIn.enter(staleCode);
	await expect(signIn.alert).toHaveText(
		'This code is no longer valid. Continue in the newer tab, or ask for a new code here.'
	);
	await expect(page.locator('bdi')).toHaveText(/134 \d{4} \d{4}/);
	await signIn.enter(await newer.readCode(me));
	await signIn.createAccount();
	await signIn.expectSignedIn(me);
});

/** Another application of the same tenant, which only shows that it was answered. */
async function openShop(foyer: Foyer): Promise<{ signInAddress: string; close(): Promise<void> }> {
	const server = createServer((request, response) => {
		const hasCode = new URL(request.url ?? '/', 'http://localhost').searchParams.has('code');
		response.writeHead(200, { 'content-type': 'text/html' }).end(hasCode ? 'The shop got a code.' : 'No code.');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const redirectUri = `http://localhost:${(server.address() as AddressInfo).port}/callback`;
	const { id } = await foyer.createApplication({ type: 'SPA', name: 'Shop', redirectUris: [redirectUri] });
	const query = new URLSearchParams({
		client_id: id,
		redirect_uri: redirectUri,
		response_type: 'code',
		scope: 'openid',
		state: 'shop',
		code_challenge: createHash('sha256').update(randomBytes(32)).digest('base64url'),
		code_challenge_method: 'S256'
	});
	return {
		signInAddress: `${foyer.origin}/oidc/auth?${query}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
