// Hands that have a keyboard and nothing else.
import { expect, type Locator } from '@playwright/test';
import { languages } from '../../src/lib/contract/languages.ts';

/** Every language of the menu is one. */
export const mostStops = 15 + languages.length;

/** Tab by Tab to where somebody wants to be. */
export async function tabTo(target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let stop = 0; stop < mostStops; stop++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await target.page().keyboard.press('Tab');
	}
	throw new Error(`no way to ${target} within ${mostStops} stops`);
}

/** A link or a button, reached and pressed. */
export async function go(target: Locator): Promise<void> {
	await tabTo(target);
	await target.page().keyboard.press('Enter');
}

/** Into the field that a page begins with, and sent from there. */
export async function answer(field: Locator, text: string): Promise<void> {
	await expect(field).toBeFocused();
	await field.page().keyboard.type(text);
	await field.page().keyboard.press('Enter');
}

/** The same for a code: with script the sixth digit sends it. */
export async function answerCode(field: Locator, code: string, script: boolean): Promise<void> {
	await expect(field).toBeFocused();
	await field.page().keyboard.type(code);
	if (!script) await field.page().keyboard.press('Enter');
}
