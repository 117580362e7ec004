// The settings as an application's users meet them: its own look laid over what all applications share.
import type { Settings } from '../../contract/settings.ts';
import { isConsole, policyFor } from '../core/rules/console.ts';
import type { Services } from './ports.ts';

/** A third party may not dress up as the service that people trust with their code. */
export async function settingsFor(
	{ settings, store }: Pick<Services, 'settings' | 'store'>,
	applicationId: string | null
): Promise<Settings> {
	const [shared, application] = await Promise.all([
		settings(),
		applicationId ? store.applications.find(applicationId) : undefined
	]);
	if (isConsole(applicationId)) return policyFor(applicationId, shared);
	if (!application?.experience || application.isThirdParty) return shared;
	const { displayName, branding, ...own } = application.experience;
	return {
		...shared,
		...own,
		branding: { ...shared.branding, ...branding, name: displayName ?? shared.branding.name }
	};
}
