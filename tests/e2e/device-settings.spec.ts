// What people have set on their device: high contrast, stillness, large letters; and the key that makes capitals.
import type { Page } from '@playwright/test';
import { mainFixtures } from '../../src/lib/experience/screens/fixtures.ts';
import { expect, test } from '../support/pages.ts';
import { layoutFlaws } from '../support/layout-flaws.ts';

const preview = (screen: string, state: string) => `/studio/preview/${screen}/${state}?lang=en`;

test('high contrast keeps the focus, the boxes of the code and the mark of an error', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto(preview('sign-in', 'phone'));
	await expect(page.getByRole('textbox')).toBeFocused();
	await expect(page.locator('.box:focus-within')).toHaveCSS('outline-style', 'solid');
	// The filled button is drawn in colours of its own, its focus in the person's.
	const button = page.locator('.button[data-variant=filled]');
	await page.keyboard.press('Tab');
	await button.focus();
	await expect(button).toHaveCSS('outline-color', await page.evaluate(systemHighlight));

	await page.goto(preview('verification-code', 'wrong'));
	await expect(page.getByRole('textbox')).toBeFocused();
	await expect(page.locator('.boxes i').first()).toHaveCSS('border-top-width', '3px');
	await expect(page.locator('.boxes i').last()).toHaveCSS('border-top-style', 'solid');
	await expect(page.getByRole('alert').locator('svg')).toBeVisible();
});

for (const [reducedMotion, moves] of [
	['no-preference', true],
	['reduce', false]
] as const) {
	test(`one page ${moves ? 'fades into' : 'just gives way to'} the next: ${reducedMotion}`, async ({
		page,
		signIn
	}) => {
		await page.emulateMedia({ reducedMotion });
		await page.addInitScript(() =>
			addEventListener('pagereveal', ({ viewTransition }) => {
				document.documentElement.dataset.moves = String(viewTransition !== null);
			})
		);
		await signIn.start();
		await signIn.link('use_email').click();
		await expect(signIn.email).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('data-moves', String(moves));
	});
}

test('letters four times as large leave everything within reach', async ({ page }) => {
	// 1280 by 1024 pixels at 400 %.
	await page.setViewportSize({ width: 320, height: 256 });
	const flaws: string[] = [];
	for (const [screen, state] of mainFixtures) {
		await page.goto(preview(screen, state));
		flaws.push(...(await layoutFlaws(page, screen, { script: false })));
		for (const control of await page.locator('main').locator('input:not([type=hidden]), button, select').all()) {
			if (!(await control.isVisible())) continue;
			await control.focus();
			if (!(await isWholeInView(page))) flaws.push(`${screen}: out of sight is ${await control.evaluate(nameOf)}`);
		}
	}
	expect(flaws).toEqual([]);
});

function isWholeInView(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const { top, bottom } = (document.activeElement ?? document.body).getBoundingClientRect();
		return top >= 0 && bottom <= innerHeight + 1;
	});
}

function systemHighlight(): string {
	const sample = document.body.appendChild(document.createElement('i'));
	sample.style.cssText = 'color: Highlight; forced-color-adjust: none';
	const { color } = getComputedStyle(sample);
	sample.remove();
	return color;
}

function nameOf(element: Element): string {
	return element.outerHTML.slice(0, 80);
}

test('Caps Lock is told while a password is typed, and only then', async ({ page, signIn }) => {
	await page.goto(preview('password', 'phone'));
	const press = (modifierCapsLock: boolean) =>
		signIn.password.dispatchEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock });
	await press(true);
	await expect(page.getByRole('status')).toHaveText(signIn.word('caps_lock'));
	await press(false);
	await expect(page.getByRole('status')).toHaveText('');
});
