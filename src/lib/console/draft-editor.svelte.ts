// The draft while somebody works on it: every change at once in the preview, a moment later on the server, and undone one by one.
import type { Settings } from '../contract/settings.ts';
import { changesOf, type Changes, type Difference, type Draft, type Problem } from './experience.ts';

const pauseMs = 400;
const mostSteps = 100;

export type Keep = (changes: Changes) => Promise<Draft | undefined>;
export type DraftEditor = ReturnType<typeof createDraftEditor>;

export function createDraftEditor(live: Settings, draft: Draft, keep: Keep) {
	let settings = $state.raw(draft.settings);
	let keptCss = $state.raw(draft.settings.customCss);
	let problems = $state.raw<Problem[]>([]);
	let diff = $state.raw<Difference[]>([]);
	let state = $state<'same' | 'kept' | 'keeping' | 'failed'>('same');
	let past = $state.raw<Settings[]>([]);
	let timer: ReturnType<typeof setTimeout> | undefined;
	show(draft);

	function show(answer: Draft) {
		problems = answer.problems;
		diff = answer.diff;
		keptCss = answer.settings.customCss;
		state = diff.length > 0 ? 'kept' : 'same';
	}

	async function send() {
		const sent = settings;
		const answer = await keep(changesOf(live, sent)).catch(() => undefined);
		// Meanwhile something else was typed: its own answer follows.
		if (sent !== settings) return;
		if (answer) show(answer);
		else state = 'failed';
	}

	function set(next: Settings) {
		settings = next;
		state = 'keeping';
		clearTimeout(timer);
		timer = setTimeout(() => void send(), pauseMs);
	}

	return {
		get settings() {
			return settings;
		},
		/** The style sheet that the server has: a preview loads it from there. */
		get keptCss() {
			return keptCss;
		},
		get problems() {
			return problems;
		},
		get diff() {
			return diff;
		},
		get state() {
			return state;
		},
		get canUndo() {
			return past.length > 0;
		},
		/** Not on the server yet. */
		get isUnkept() {
			return state === 'keeping' || state === 'failed';
		},
		change(changes: Partial<Settings>) {
			past = [...past, settings].slice(-mostSteps);
			set({ ...settings, ...changes });
		},
		undo() {
			const before = past.at(-1);
			if (!before) return;
			past = past.slice(0, -1);
			set(before);
		},
		/** Kept now and not in a moment: before it is published. */
		async settle() {
			if (state !== 'keeping' && state !== 'failed') return;
			clearTimeout(timer);
			await send();
		}
	};
}
