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
	userId?: string;
	createdAt: number;
};

/** Named settings only; the rest follows what is in force. Nobody but administrators ever sees it. */
export type SettingsDraft = { changes: Record<string, unknown>; applicationId?: string; updatedAt: number };

export type SettingsVersionStore = {
	/** Keeps the newest hundred. */
	append(version: SettingsVersion): Promise<void>;
	/** Newest first. */
	list(page: { limit: number; offset: number }): Promise<SettingsVersion[]>;
	count(): Promise<number>;
	find(id: string): Promise<SettingsVersion | undefined>;
	readDraft(): Promise<SettingsDraft | undefined>;
	writeDraft(draft: SettingsDraft): Promise<void>;
	/** With `updatedAt` only while it is still that draft. */
	removeDraft(updatedAt?: number): Promise<boolean>;
};
