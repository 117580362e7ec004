// What is wrong with the settings that are in force: a connector may be missing, or have been taken away since.
import { settingsRules } from '../core/rules/settings/all-rules.ts';
import { findFlaws, type Flaw } from '../core/rules/settings/rule.ts';
import type { Services } from './ports.ts';
import { readChannels } from './read-channels.ts';

/** `without` asks what would be wrong if nothing carried such messages any more. */
export async function reviewSettings({ store }: Pick<Services, 'store'>, without?: 'sms' | 'email'): Promise<Flaw[]> {
	const channels = await readChannels(store);
	if (without) channels[without] = false;
	return findFlaws(settingsRules, await store.settings.read(), { channels, changed: new Set() });
}
