// The sign-in experience: what use cases need of its store.
import type { Result } from '../../../contract/result.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { StoreScope } from './store.ts';

export type SettingsStore = {
	/** Those of a second ago at the oldest; a change by this process shows at once. */
	read(): Promise<Settings>;
	/**
	 * Decides on what is stored now, and again when somebody else was faster. What is written through `scope` stays
	 * together with the settings, or goes with a refusal.
	 */
	change(
		decide: (before: Settings, scope: StoreScope) => Result<Settings> | Promise<Result<Settings>>
	): Promise<Result<Settings>>;
};
