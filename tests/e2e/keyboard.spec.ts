// Without a mouse, and with a screen reader: order, focus, names, announcements.
import type { Locator, Page } from '@playwright/test';
import { breakDelivery } from '../support/break-delivery.ts';
import { answer, answerCode, go, mostStops } from '../support/keyboard.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { expect, test } from '../support/pages.ts';

test('the whole way with Tab and Enter', async ({ page, signIn, script }) => {
	const me = somePhone();
	await page.goto('/demo-app');
	await go(signIn.link('demo_sign_in'));
	await answer(signIn.phone, me.slice(2));
	await answerCode(signIn.code, await signIn.readCode(me), script);
	await go(signIn.button('create_submit'));
	await signIn.expectSignedIn(me);
	await go(signIn.button('demo_sign_out'));
	await expect(signIn.heading('demo_title')).toBeVisible();
});

const unsent = [
	{ situation: 'by the other channel', code: 'isv.AMOUNT_NOT_ENOUGH', way: 'other_channel_email' },
	{ situation: 'to another number', code: 'isv.MOBILE_NUMBER_ILLEGAL', way: 'use_another_phone' }
];
for (const { situation, code, way } of unsent) {
	test(`on from a code that could not be sent, ${situation}`, async ({ page, signIn, foyer, script }) => {
		const me = somePhone();
		await breakDelivery(foyer, { phone: me, delayMs: 1500, code });
		await page.goto('/demo-app');
		await go(signIn.link('demo_sign_in'));
		await answer(signIn.phone, me.slice(2));
		await expect(signIn.heading('verify_title')).toBeVisible();
		await expect(async () => {
			await page.reload();
			await expect(signIn.heading('unsent_title')).toBeVisible({ timeout: 500 });
		}).toPass();
		await go(signIn.link(way));
		const other = way === 'use_another_phone' ? somePhone() : someEmail();
		const field = way === 'use_another_phone' ? signIn.phone : signIn.email;
		// What did not work is kept there, to be corrected or replaced.
		await expect(field).toBeFocused();
		await page.keyboard.press('ControlOrMeta+a');
		await answer(field, other.replace(/^86/, ''));
		await answerCode(signIn.code, await signIn.readCode(other), script);
		await go(signIn.button('create_submit'));
		await signIn.expectSignedIn(other);
	});
}

test('a number of another country, a look at the other channel, another language', async ({ page, signIn }) => {
	await signIn.start();
	await expect(signIn.phone).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await expect(signIn.country).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await expect(signIn.link('use_email')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(signIn.email).toBeFocused();

	await go(page.locator('summary'));
	await go(page.getByRole('link', { name: '简体中文' }));
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the focus can be seen on everything that takes it', async ({ page, signIn }) => {
	await signIn.start();
	await expectSeenFocus(page);
	await signIn.sendCodeTo(somePhone());
	await expectSeenFocus(page);
});

/** No two stops look alike, and none looks as if nothing had the focus: a ring around two controls tells them apart. */
async function expectSeenFocus(page: Page): Promise<void> {
	const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? '');
	const looks = new Map<string, string>();
	const unseen: string[] = [];
	// From wherever the page begins to its end, where nothing has the focus; then through all of it.
	for (let stop = 0; stop < mostStops && !(await focused()).startsWith('<body'); stop++)
		await page.keyboard.press('Tab');
	for (let name = 'nothing'; looks.size < mostStops;) {
		const look = await page.evaluate(ringsDrawn);
		const like = looks.get(look);
		if (like) unseen.push(`${name} looks like ${like}`);
		looks.set(look, name);
		await page.keyboard.press('Tab');
		name = await focused();
		if (name.startsWith('<body')) break;
	}
	expect(unseen).toEqual([]);
	expect(looks.size).toBeGreaterThan(4);
}

/** Every outline and shadow of what is drawn at all. */
function ringsDrawn(): string {
	for (const animation of document.getAnimations()) animation.finish();
	const rings = [...document.querySelectorAll('body *')].map((element) => {
		const { outline, outlineStyle, boxShadow } = getComputedStyle(element);
		const isDrawn = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
		return isDrawn ? `${outlineStyle === 'none' ? '' : outline}${boxShadow === 'none' ? '' : boxShadow}` : '';
	});
	return rings.join('\n');
}

test('fields tell browsers, phones and password managers what they are', async ({ page, signIn }) => {
	const me = somePhone();
	await signIn.start();
	expect(await attributesOf(signIn.phone)).toEqual({
		name: 'identifier',
		type: 'tel',
		inputmode: 'tel',
		autocomplete: 'tel-national',
		required: ''
	});
	await expect(signIn.country).toHaveAttribute('autocomplete', 'tel-country-code');
	await signIn.link('use_email').click();
	await expect(signIn.email).toBeVisible();
	expect(await attributesOf(signIn.email)).toEqual({
		name: 'identifier',
		type: 'email',
		inputmode: 'email',
		autocomplete: 'email',
		required: ''
	});
	await signIn.sendCodeTo(me);
	expect(await attributesOf(signIn.code)).toEqual({
		name: 'code',
		type: 'text',
		inputmode: 'numeric',
		autocomplete: 'one-time-code',
		required: ''
	});
	await expect(page.locator('input:not([type=hidden])')).toHaveCount(1);
});

async function attributesOf(field: Locator): Promise<Record<string, string>> {
	return field.evaluate((element) =>
		Object.fromEntries(
			['name', 'type', 'inputmode', 'autocomplete', 'required'].flatMap((name) => {
				const value = element.getAttribute(name);
				return value === null ? [] : [[name, value]];
			})
		)
	);
}
