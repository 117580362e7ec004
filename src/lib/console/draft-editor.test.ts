// The editor of the draft against a server whose answers come when the test lets them.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../contract/settings.ts';
import type { SettingsDraftAnswer } from '../contract/settings-draft.ts';
import { createDraftEditor, type Kept } from './draft-editor.svelte.ts';
import type { Changes } from './experience.ts';

const draftOf = (changes: Changes, updatedAt: number | null): SettingsDraftAnswer => ({
	settings: { ...defaultSettings, ...(changes as object) },
	changes,
	diff: Object.keys(changes).map((field) => ({ field, before: null, after: null })),
	problems: [],
	applicationId: null,
	userId: null,
	updatedAt
});
afterEach(() => void vi.useRealTimers());

const refusal = (code: string, data?: object) => ({ refusal: { status: 400, code, message: code, data } });

function open() {
	vi.useFakeTimers();
	const asked: { changes: Changes; seen: number | undefined; answer: (kept: Kept) => void; fail: () => void }[] = [];
	const editor = createDraftEditor(
		defaultSettings,
		draftOf({}, null),
		(changes, seen) => new Promise((answer, fail) => asked.push({ changes, seen, answer, fail }))
	);
	const next = async () => {
		await vi.advanceTimersByTimeAsync(5000);
		const call = asked.at(-1);
		if (!call) throw new Error('nothing was asked');
		return call;
	};
	return { editor, asked, next };
}
const mail = (supportEmail: string) => ({ supportEmail });

describe('a draft on its way to the server', () => {
	it('goes one after the other, each from what the last one has left', async () => {
		const { editor, asked, next } = open();
		editor.change(mail('a@shop.example'));
		const first = await next();
		editor.change(mail('b@shop.example'));
		await next();
		expect(asked).toHaveLength(1);
		first.answer({ draft: draftOf(mail('a@shop.example'), 7) });
		const second = await next();
		expect([first.seen, second.seen, second.changes]).toEqual([0, 7, mail('b@shop.example')]);
		expect(editor.state).toBe('keeping');
		second.answer({ draft: draftOf(mail('b@shop.example'), 8) });
		await vi.advanceTimersByTimeAsync(0);
		expect([editor.state, editor.seen, asked.length]).toEqual(['kept', 8, 2]);
	});

	it('that has a value which is none says so beside its field, is not published, and is lost nowhere', async () => {
		const { editor, next } = open();
		editor.change(mail('a@'));
		const issues = [{ path: 'supportEmail', message: 'Invalid email' }];
		(await next()).answer(refusal('guard.invalid_input', { issues }));
		await vi.advanceTimersByTimeAsync(0);
		expect(editor.problems).toMatchObject([{ field: 'supportEmail', blocks: true }]);
		expect([editor.state, editor.isUnkept, await editor.settle()]).toEqual(['refused', true, false]);
		expect(editor.settings.supportEmail).toBe('a@');
	});

	it('is sent again where nobody answered', async () => {
		const { editor, asked, next } = open();
		editor.change(mail('a@shop.example'));
		(await next()).fail();
		await vi.advanceTimersByTimeAsync(0);
		expect(editor.state).toBe('failed');
		(await next()).answer({ draft: draftOf(mail('a@shop.example'), 7) });
		expect(await editor.settle()).toBe(true);
		expect(asked).toHaveLength(2);
	});

	it('takes the place of somebody else’s only when that is wanted', async () => {
		const { editor, next } = open();
		editor.change(mail('a@shop.example'));
		(await next()).answer(refusal('sign_in_experiences.draft_changed'));
		await vi.advanceTimersByTimeAsync(0);
		expect([editor.state, await editor.settle()]).toEqual(['outdated', false]);
		editor.overwrite();
		const mine = await next();
		expect(mine.seen).toBeUndefined();
		mine.answer({ draft: draftOf(mail('a@shop.example'), 9) });
		await vi.advanceTimersByTimeAsync(0);
		expect([editor.state, editor.seen]).toEqual(['kept', 9]);
	});

	it('arrives no more once another editor has taken over', async () => {
		const { editor, asked } = open();
		editor.change(mail('a@shop.example'));
		editor.stop();
		await vi.advanceTimersByTimeAsync(10_000);
		expect(asked).toEqual([]);
	});
});

describe('a step back', () => {
	it('takes what was typed at once into one field, and what came later by itself', () => {
		const { editor } = open();
		for (const typed of ['a', 'ab', 'abc']) {
			editor.change(mail(typed));
			vi.advanceTimersByTime(100);
		}
		vi.advanceTimersByTime(500);
		editor.change(mail('abcd'));
		editor.change({ signInMode: 'SignIn' });
		const { supportEmail } = defaultSettings;
		const steps = Array.from({ length: 3 }, () => {
			editor.undo();
			return [editor.settings.supportEmail, editor.settings.signInMode];
		});
		expect(steps).toEqual([
			['abcd', defaultSettings.signInMode],
			['abc', defaultSettings.signInMode],
			[supportEmail, defaultSettings.signInMode]
		]);
		expect(editor.canUndo).toBe(false);
	});
});
