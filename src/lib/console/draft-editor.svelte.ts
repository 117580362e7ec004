// The draft while somebody works on it: every change at once in the preview, a moment later on the server, and undone one by one.
import type { DraftProblem, Difference, SettingsDraftAnswer } from '../contract/settings-draft.ts';
import type { Settings } from '../contract/settings.ts';
import type { Refusal } from './api.ts';
import { changesOf, problemsIn, type Changes } from './experience.ts';

const pauseMs = 400;
const retryMs = 5000;
const mostSteps = 100;
/** Letters that follow each other as fast are one step back. */
const joinMs = 500;
export const draftChanged = 'sign_in_experiences.draft_changed';

/** Without a refusal nobody answered. */
export type Kept = { draft: SettingsDraftAnswer } | { draft?: undefined; refusal?: Refusal };
/** `seen` is the `updatedAt` of the draft that the changes start from; undefined replaces whatever there is. */
export type Keep = (changes: Changes, seen: number | undefined) => Promise<Kept>;
export type DraftEditor = ReturnType<typeof createDraftEditor>;

export function createDraftEditor(live: Settings, draft: SettingsDraftAnswer, keep: Keep) {
	let settings = $state.raw(draft.settings);
	let keptCss = $state.raw(draft.settings.customCss);
	let problems = $state.raw<DraftProblem[]>([]);
	let diff = $state.raw<Difference[]>([]);
	let state = $state<'same' | 'kept' | 'keeping' | 'refused' | 'failed' | 'outdated'>('same');
	let past = $state.raw<Settings[]>([]);
	let last = { fields: '', at: 0 };
	let seen = $state.raw<number | undefined>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** What the rules had against what was kept last; values that are none come on top. */
	let rules: DraftProblem[] = [];
	let sending: Promise<void> | undefined;
	let isStopped = false;
	show(draft);

	function show(answer: SettingsDraftAnswer) {
		problems = rules = answer.problems;
		diff = answer.diff;
		keptCss = answer.settings.customCss;
		seen = answer.updatedAt ?? 0;
		state = diff.length > 0 ? 'kept' : 'same';
	}

	function refuse(refusal: Refusal | undefined) {
		const values = refusal ? problemsIn(refusal) : [];
		problems = [...values, ...rules];
		if (values.length > 0) state = 'refused';
		else if (refusal?.code === draftChanged) state = 'outdated';
		else {
			state = 'failed';
			later(retryMs);
		}
	}

	/** One at a time: of two on their way the older could arrive last. What is changed meanwhile goes after it. */
	function send(): Promise<void> {
		sending ??= sendAll().finally(() => (sending = undefined));
		return sending;
	}

	async function sendAll() {
		clearTimeout(timer);
		for (let sent: Settings | undefined; sent !== settings && !isStopped;) {
			sent = settings;
			const answer = await keep(changesOf(live, sent), seen).catch((): Kept => ({}));
			if (answer.draft) seen = answer.draft.updatedAt ?? 0;
			if (sent !== settings || isStopped) continue;
			if (answer.draft) show(answer.draft);
			else refuse(answer.refusal);
		}
	}

	function later(pause: number) {
		clearTimeout(timer);
		timer = setTimeout(() => void send(), pause);
	}

	function set(next: Settings) {
		settings = next;
		state = 'keeping';
		if (!sending) later(pauseMs);
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
		/** Which draft was last read or written: whoever publishes it has seen this one. */
		get seen() {
			return seen ?? 0;
		},
		get canUndo() {
			return past.length > 0;
		},
		/** Not on the server yet. */
		get isUnkept() {
			return state !== 'same' && state !== 'kept';
		},
		change(changes: Partial<Settings>) {
			const next = { fields: Object.keys(changes).join(), at: Date.now() };
			const isSameStep = next.fields === last.fields && next.at - last.at < joinMs;
			last = next;
			if (!isSameStep) past = [...past, settings].slice(-mostSteps);
			set({ ...settings, ...changes });
		},
		undo() {
			const before = past.at(-1);
			if (!before) return;
			past = past.slice(0, -1);
			last = { fields: '', at: 0 };
			set(before);
		},
		/** Kept now and not in a moment: before it is published. Answers whether it is. */
		async settle(): Promise<boolean> {
			if (state === 'keeping' || state === 'failed') await send();
			return state === 'same' || state === 'kept';
		},
		/** The network is back. */
		retry() {
			if (state === 'failed') void send();
		},
		/** Somebody else's draft stands in the way: this one takes its place. */
		overwrite() {
			seen = undefined;
			state = 'keeping';
			void send();
		},
		/** The server says so of what was to be published. */
		outdate() {
			state = 'outdated';
		},
		/** Another editor takes over: nothing of this one may arrive any more. */
		stop() {
			isStopped = true;
			clearTimeout(timer);
		}
	};
}
