// Aliyun refuses, breaks or falls silent: the person is told what helps, and nothing typed is lost.
import { breakDelivery } from '../support/break-delivery.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { expect, test, type SignInPages } from '../support/pages.ts';

const notNow = 'We can’t send codes right now. Please use another way, or try again later.';
const refusals = [
	{
		fault: { code: 'isv.MOBILE_NUMBER_ILLEGAL' },
		status: 400,
		said: 'This number can’t receive codes. Please check it, or use another.'
	},
	{ fault: { code: 'isv.AMOUNT_NOT_ENOUGH' }, status: 400, said: notNow },
	{ fault: { code: 'SignatureDoesNotMatch' }, status: 400, said: notNow },
	{ fault: { code: 'isv.SMS_SIGNATURE_ILLEGAL' }, status: 400, said: notNow }
];

/** At once, or on a busy machine on the next page: nobody waits for a provider longer than a moment. */
async function expectTold(signIn: SignInPages, said: string): Promise<void> {
	await expect(async () => {
		if (await signIn.heading('verify_title').isVisible()) await signIn.page.reload();
		await expect(signIn.alert).toContainText(said, { timeout: 500 });
	}).toPass({ timeout: 15_000 });
}

test.describe('a code that was not sent', () => {
	test('whatever the reason: said plainly, kept, and possible again', async ({ page, signIn, foyer }) => {
		const me = somePhone();
		await signIn.start();
		await signIn.fillIn(me);
		for (const { fault, status, said } of refusals) {
			await breakDelivery(foyer, { phone: me, ...fault });
			const answer = page.waitForResponse((response) => response.request().method() === 'POST');
			await signIn.button('send_code').click();
			expect([status, 303]).toContain((await answer).status());
			await expectTold(signIn, said);
			if ((await answer).status() === status) {
				await expect(signIn.phone).toHaveValue(me.slice(2));
			} else {
				await signIn.start();
				await signIn.fillIn(me);
			}
		}
		await signIn.button('send_code').click();
		await expect(signIn.heading('verify_title')).toBeVisible();
		await signIn.enterCodeSentTo(me);
		await expect(signIn.heading('create_title')).toBeVisible();
	});

	test('because the vendor has its own limit: the person reads when it ends', async ({ page, signIn, foyer }) => {
		const me = somePhone();
		await breakDelivery(foyer, { phone: me, code: 'isv.BUSINESS_LIMIT_CONTROL', message: '触发小时级流控Permits:5' });
		const said = 'Too many codes. You can ask for another in 60 minutes.';
		await signIn.start();
		await signIn.fillIn(me);
		await signIn.button('send_code').click();
		await expectTold(signIn, said);

		// From then on nobody asks the vendor: the answer is ours, and comes at once.
		await signIn.start();
		await signIn.fillIn(me);
		const answer = page.waitForResponse((response) => response.request().method() === 'POST');
		await signIn.button('send_code').click();
		expect((await answer).status()).toBe(429);
		await expect(signIn.alert).toContainText(said);
		await expect(signIn.phone).toHaveValue(me.slice(2));
	});

	test('because the mail service refuses the address', async ({ signIn, foyer }) => {
		const me = someEmail();
		await breakDelivery(foyer, { action: 'SingleSendMail', phone: me, code: 'InvalidToAddress' });
		await signIn.start();
		await signIn.fillIn(me);
		await signIn.button('send_code').click();
		await expectTold(signIn, signIn.word('error_connector_number_rejected_email'));
	});
});

test.describe('a code whose refusal comes later', () => {
	/** Whoever looks again is told. */
	async function lookAgain(signIn: SignInPages): Promise<void> {
		await expect(async () => {
			await signIn.page.reload();
			await expect(signIn.heading('unsent_title')).toBeVisible({ timeout: 500 });
		}).toPass();
	}

	test('shows on the next page, with another channel that works', async ({ signIn, foyer }) => {
		const [me, mail] = [somePhone(), someEmail()];
		await breakDelivery(foyer, { phone: me, delayMs: 1500, code: 'isv.AMOUNT_NOT_ENOUGH' });
		await signIn.start();
		await signIn.sendCodeTo(me);
		await lookAgain(signIn);
		await expect(signIn.alert).toHaveText(notNow);
		await signIn.button('failure_again').click();
		await expect(signIn.heading('verify_title')).toBeVisible();
		await breakDelivery(foyer, { phone: me, delayMs: 1500, code: 'isv.AMOUNT_NOT_ENOUGH' });
		await foyer.advanceClock(63_000);
		await signIn.page.reload();
		await signIn.button('resend').click();
		await lookAgain(signIn);
		await signIn.link('other_channel_email').click();
		await signIn.sendCodeTo(mail);
		await signIn.enterCodeSentTo(mail);
		await expect(signIn.heading('create_title')).toBeVisible();
	});

	test('leads to another number where this one cannot be reached', async ({ signIn, foyer }) => {
		const [me, other] = [somePhone(), somePhone()];
		await breakDelivery(foyer, { phone: me, delayMs: 1500, code: 'isv.MOBILE_NUMBER_ILLEGAL' });
		await signIn.start();
		await signIn.sendCodeTo(me);
		await lookAgain(signIn);
		await expect(signIn.alert).toHaveText(signIn.word('error_connector_number_rejected'));
		await signIn.link('use_another_phone').click();
		await signIn.sendCodeTo(other);
		await signIn.enterCodeSentTo(other);
		await expect(signIn.heading('create_title')).toBeVisible();
	});
});

test.describe('a code that may have been sent', () => {
	test('works when it arrives although the answer was lost', async ({ signIn, foyer }) => {
		const me = somePhone();
		await breakDelivery(foyer, { phone: me, acceptThenDrop: true });
		await signIn.start();
		await signIn.sendCodeTo(me);
		await signIn.enterCodeSentTo(me);
		await signIn.createAccount();
		await signIn.expectSignedIn(me);
		expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(1);
	});

	for (const [situation, fault] of [
		['a gateway answers with a page of its own', { html: '<h1>502 Bad Gateway</h1>' }],
		['the connection breaks', { reset: true }]
	] as const) {
		test(`can be asked for again when ${situation}`, async ({ page, signIn, foyer }) => {
			const me = somePhone();
			await breakDelivery(foyer, { phone: me, ...fault });
			await signIn.start();
			await signIn.sendCodeTo(me);
			expect(await foyer.inbox.messages(`+${me}`)).toHaveLength(0);
			await expect(page.getByText(signIn.word('unsure'))).toBeVisible();
			await expect(page.getByText(signIn.word('verify_sent_phone').replace(/\{.*/, ''))).toHaveCount(0);
			await foyer.advanceClock(63_000);
			await page.reload();
			await signIn.button('resend').click();
			await signIn.enterCodeSentTo(me);
			await expect(signIn.heading('create_title')).toBeVisible();
		});
	}
});

test.describe('a Chinese reader', () => {
	test.use({ locale: 'zh-CN' });

	test('is told in Chinese', async ({ signIn, foyer }) => {
		const me = somePhone();
		await breakDelivery(foyer, { phone: me, code: 'isv.AMOUNT_NOT_ENOUGH' });
		await signIn.start();
		await signIn.fillIn(me);
		await signIn.button('send_code').click();
		await expectTold(signIn, signIn.word('error_connector_general'));
	});
});
