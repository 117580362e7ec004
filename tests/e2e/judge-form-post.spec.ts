// response_mode=form_post in Chromium: the policy lets our form go to the application, and only there.
import { authorize, discover, exchange } from '../support/judges/openid-session.ts';
import { startLanding } from '../support/judges/landing.ts';
import { expect, test } from '../support/pages.ts';
import { somePhone } from '../support/people.ts';

test.describe('an application that wants its answer posted', () => {
	test('receives the code as a form: by itself with script, by a button without', async ({ signIn, foyer, script }) => {
		const landing = await startLanding();
		const redirectUri = `${landing.home}callback`;
		const judge = await discover(foyer.origin, await foyer.createApplication({ redirectUris: [redirectUri] }));
		const phone = somePhone();
		await signIn.signUp(phone);

		const sent = await authorize(judge, { response_mode: 'form_post' });
		await signIn.page.goto(sent.url.href);
		if (!script) await signIn.page.getByRole('button').first().click();
		await expect(signIn.page).toHaveURL(redirectUri);

		const body = landing.posted();
		const answer = new Request(redirectUri, { method: 'POST', body });
		expect((await exchange(judge, sent, answer)).claims()).toMatchObject({ phone_number: phone });
		await landing.stop();
	});
});
