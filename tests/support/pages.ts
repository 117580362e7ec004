// A person at the pages: what they read, fill in and press, in the language they read it in.
import type { Page } from '@playwright/test';
import { test as base, expect } from './e2e.ts';
import { readWords } from './words.ts';
import type { Foyer } from './server.ts';

export type Visitor = { page: Page; foyer: Foyer; script: boolean; locale?: string };
export type SignInPages = ReturnType<typeof openPages>;

export function openPages({ page, foyer, script, locale = 'en' }: Visitor) {
	const word = readWords(locale);
	const button = (key: string) => page.getByRole('button', { name: word(key), exact: true });
	const link = (key: string) => page.getByRole('link', { name: word(key), exact: true });
	const heading = (key: string) => page.getByRole('heading', { name: word(key) });
	/** Codes that were read already, so that the next look at the phone waits for a newer one. */
	const lastRead = new Map<string, number>();

	const pages = {
		page,
		word,
		button,
		link,
		heading,
		phone: page.getByLabel(word('phone_label'), { exact: true }),
		email: page.getByLabel(word('email_label'), { exact: true }),
		country: page.getByLabel(word('country_label')),
		username: page.getByLabel(word('username_label'), { exact: true }),
		account: page.getByLabel(word('account_label'), { exact: true }),
		password: page.getByLabel(word('password_label'), { exact: true }),
		newPassword: page.getByLabel(word('new_password_label'), { exact: true }),
		code: page.getByLabel(word('code_label')),
		alert: page.getByRole('alert'),

		/** From the application to our first screen. */
		async start(screen: 'sign-in' | 'register' = 'sign-in') {
			await page.goto('/demo-app');
			await link(screen === 'sign-in' ? 'demo_sign_in' : 'demo_register').click();
			const first = button('send_code').or(button('continue')).or(button('password_submit'));
			const another = link('failure_other_account');
			await expect(first.or(another)).toBeVisible();
			// A browser that several people have used asks for that first.
			if (screen === 'sign-in' && (await another.isVisible())) await another.click();
			await expect(first).toBeVisible();
		},
		async fillIn(to: string) {
			const isEmail = to.includes('@');
			const field = isEmail ? pages.email : pages.phone;
			const switchover = link(isEmail ? 'use_email' : 'use_phone');
			await expect(field.or(switchover)).toBeVisible();
			if (!(await field.isVisible())) await switchover.click();
			await field.fill(to.replace(/^\+?86/, ''));
		},
		async sendCodeTo(to: string) {
			await pages.fillIn(to);
			await button('send_code').click();
			await expect(heading('verify_title')).toBeVisible();
		},
		/** A name or an address, where either is taken or only names are. */
		async giveName(name: string) {
			await pages.account.or(pages.username).fill(name);
			await button('continue').click();
		},
		/** Where nobody signs in without a password, both are asked for at once. */
		async giveNameAndPassword(name: string, password: string) {
			await pages.username.fill(name);
			await pages.password.fill(password);
			await button('password_submit').click();
		},
		async choosePassword(password: string, submit = 'continue') {
			await pages.password.or(pages.newPassword).fill(password);
			await button(submit).click();
		},
		async givePassword(password: string) {
			await expect(heading('password_title')).toBeVisible();
			await pages.password.fill(password);
			await button('password_submit').click();
		},
		/** Looks at the phone, or into the mailbox. */
		async readCode(to: string) {
			const address = to.includes('@') ? to : `+${to}`;
			const { code, at } = await foyer.inbox.messageFor(address, { after: lastRead.get(address) });
			lastRead.set(address, at);
			return code;
		},
		/** With script the sixth digit sends the form. */
		async enter(code: string) {
			await pages.code.fill(code);
			if (!script) await button('verify_submit').click();
		},
		async enterCodeSentTo(to: string) {
			await pages.enter(await pages.readCode(to));
		},
		async createAccount() {
			await expect(heading('create_title')).toBeVisible();
			await button('create_submit').click();
		},
		/** The whole way of somebody new. */
		async signUp(to: string) {
			await pages.start();
			await pages.sendCodeTo(to);
			await pages.enterCodeSentTo(to);
			await pages.createAccount();
			await pages.expectSignedIn(to);
		},
		async expectSignedIn(to: string) {
			await expect(page).toHaveURL(/\/demo-app$/);
			await expect(button('demo_sign_out')).toBeVisible();
			await expect(page.getByRole('definition').filter({ hasText: new RegExp(`^\\+?${to}$`) })).toBeVisible();
		},
		async signOut() {
			await button('demo_sign_out').click();
			await expect(heading('demo_title')).toBeVisible();
		}
	};
	return pages;
}

/** The same pages in another tab of the same browser. */
export async function openTab(visitor: Visitor): Promise<SignInPages> {
	return openPages({ ...visitor, page: await visitor.page.context().newPage() });
}

type Fixtures = {
	script: boolean;
	signIn: SignInPages;
	/** What the browser refused to do for our pages. A test that provokes something empties it. */
	violations: string[];
};

export const test = base.extend<Fixtures>({
	script: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled ?? true),
	signIn: async ({ page, foyer, script, locale }, use) =>
		use(openPages({ page, foyer, script, locale: locale?.startsWith('zh') ? 'zh-CN' : 'en' })),
	violations: [
		async ({ context }, use) => {
			const violations: string[] = [];
			context.on('console', (message) => {
				if (/content.security.policy|trusted(html|script| ?type)|refused to/i.test(message.text()))
					violations.push(message.text());
			});
			context.on('weberror', (error) => {
				const { message } = error.error();
				// On a slow machine Chromium gives up its own transition between two pages, and says so as if a script had failed.
				if (!/^Transition was (aborted|skipped)/.test(message)) violations.push(message);
			});
			await use(violations);
			expect(violations, 'the browser refused something, or a script failed').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };
