// A code however it comes: with spaces and dashes, in full-width digits, with the whole message around it.
import { setTimeout as pause } from 'node:timers/promises';
import { sandboxConnectors } from '../../src/cli/sandbox-connectors.ts';
import { somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';
import type { Foyer } from '../support/server.ts';

const fullWidth = (code: string) => [...code].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('');
const spellings = [
	['with a space and a dash', (code: string) => `${code.slice(0, 2)} ${code.slice(2, 4)}-${code.slice(4)}`],
	['in full-width digits', fullWidth]
] as const;

for (const [name, spell] of spellings) {
	test(`typed ${name}`, async ({ signIn }) => {
		const me = somePhone();
		await signIn.start();
		await signIn.sendCodeTo(me);
		await signIn.enter(spell(await signIn.readCode(me)));
		await expect(signIn.heading('create_title')).toBeVisible();
	});
}

test('pasted with the whole message, it sends itself', { tag: '@script' }, async ({ page, context, signIn }) => {
	const me = somePhone();
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await signIn.start();
	await signIn.sendCodeTo(me);
	const message = `您的登录验证码为：${await signIn.readCode(me)}，5分钟内有效，请勿告诉他人。`;
	await page.evaluate((text) => navigator.clipboard.writeText(text), message);
	await signIn.code.press('Control+V');
	await expect(signIn.heading('create_title')).toBeVisible();
});

test(
	'codes to keep are copied, which is said; where that is not allowed they are selected',
	{
		tag: '@script'
	},
	async ({ page, context, signIn }) => {
		await page.goto('/studio/preview/backup-codes/made?lang=en');
		const codes = await page.getByRole('listitem').allInnerTexts();
		const status = page.locator('keep-codes [role=status]');
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await signIn.button('mfa_copy').click();
		await expect(signIn.button('mfa_copied')).toBeVisible();
		await expect(status).toHaveText(signIn.word('mfa_copied'));
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join('\n'));
		await expect(signIn.button('mfa_copy')).toBeVisible();
		await expect(status).toHaveText('');

		await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
		await signIn.button('mfa_copy').click();
		expect(await page.evaluate(() => getSelection()?.toString().split(/\s+/))).toEqual(codes);
		await expect(signIn.button('mfa_copied')).toHaveCount(0);
	}
);

/** The browser's part of WebOTP, which only Chrome on Android has: it hands over what `deliver` gets. */
function letBrowserReadMessages() {
	const page = window as unknown as Record<string, unknown>;
	page['OTPCredential'] ??= class {};
	navigator.credentials.get = async ({ signal, ...wanted }: CredentialRequestOptions = {}) => {
		page['wanted'] = JSON.stringify(wanted);
		return new Promise((resolve, reject) => {
			page['deliver'] = (code: string) => resolve({ code } as unknown as Credential);
			signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
		});
	};
}

/** British numbers get free text, whose last line binds the code to this page. */
async function serveBritainBoundToThePage(foyer: Foyer): Promise<void> {
	const [sms] = sandboxConnectors(Number(new URL(foyer.sandbox.url).port));
	const { accessKeyId, accessKeySecret, endpoint } = sms?.config as Record<string, string>;
	const config = JSON.stringify({ accessKeyId, accessKeySecret, endpoint });
	const args = ['connector', 'set', 'aliyun-globe', '--file', '-', '--only', 'GB'];
	expect(await foyer.run(args, config)).toMatchObject({ code: 0 });
	// A running Foyer looks for other connectors once a second.
	await pause(1100);
}

test(
	'read by the browser from a text message that names the page',
	{ tag: '@script' },
	async ({ page, signIn, foyer }) => {
		const me = `44740012${somePhone().slice(-4)}`;
		await serveBritainBoundToThePage(foyer);
		await page.addInitScript(letBrowserReadMessages);
		await signIn.start();
		await signIn.sendCodeTo(`+${me}`);
		expect(await page.evaluate('window.wanted')).toBe('{"otp":{"transport":["sms"]}}');
		const code = await signIn.readCode(me);
		await page.evaluate(`window.deliver('${code}')`);
		await expect(signIn.heading('create_title')).toBeVisible();
	}
);

test(
	'typed where no message names the page: the browser is asked for nothing',
	{ tag: '@script' },
	async ({ page, signIn }) => {
		const me = somePhone();
		await page.addInitScript(letBrowserReadMessages);
		await signIn.start();
		await signIn.sendCodeTo(me);
		await signIn.enterCodeSentTo(me);
		await expect(signIn.heading('create_title')).toBeVisible();
		expect(await page.evaluate('window.wanted')).toBeUndefined();
	}
);

test('gone from a page that comes back as it was left', { tag: '@script' }, async ({ page, signIn }) => {
	await signIn.start();
	await signIn.sendCodeTo(somePhone());
	await signIn.code.fill('12345');
	await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
	await expect(signIn.code).toHaveValue('');
});

test('what cannot be a code costs no try', async ({ signIn, script }) => {
	const me = somePhone();
	await signIn.start();
	await signIn.sendCodeTo(me);
	await signIn.code.fill('letters');
	await signIn.button('verify_submit').click();
	// With script the field has dropped the letters, and the browser asks for a code by itself.
	if (!script) await expect(signIn.alert).toContainText('That code isn’t right. Please check it and try again.');
	const code = await signIn.readCode(me);
	await signIn.enter(code === '000000' ? '000001' : '000000');
	await expect(signIn.alert).toContainText('4 tries left');
});
