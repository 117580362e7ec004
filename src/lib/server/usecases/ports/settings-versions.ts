// What the settings have been, and what they may become: what use cases need of their store.
import type { Settings } from '../../../contract/settings.ts';

export type SettingsVersion = {
	id: string;
	/** `initial` is what was there before the first change that was kept. */
	kind: 'initial' | 'change' | 'publish' | 'restore';
	/** Names of the settings that differ from the version before. */
	fields: string[];
	settings: Settings;
	/** The machine whose word it was; none for a change at the command line. */
	applicationId?: string;
	/** The administrator whose word it was, where it was the console's. */
	userId?: string;
	createdAt: number;
};

/** Named settings only; the rest follows what is in force. Nobody but administrators ever sees it. */
export type SettingsDraft = {
	changes: Record<string, unknown>;
	applicationId?: string;
	userId?: string;
	/** Another one after every change. */
	updatedAt: number;
};

export type SettingsVersionStore = {
	/** Keeps the newest hundred. */
	append(version: SettingsVersion): Promise<void>;
	/** Newest first. */
	list(page: { limit: number; offset: number }): Promise<SettingsVersion[]>;
	count(): Promise<number>;
	find(id: string): Promise<SettingsVersion | undefined>;
	readDraft(): Promise<SettingsDraft | undefined>;
	/** With `seen` only in the place of the draft of that time, 0 for none; false where there is another. */
	writeDraft(draft: SettingsDraft, seen?: number): Promise<boolean>;
	/** With `updatedAt` only while it is still that draft. */
	removeDraft(updatedAt?: number): Promise<boolean>;
};
