// GET /api/.well-known/sign-in-exp: the settings as pages and other clients may see them.
import { engineOnly, type PublicSettings, type Settings } from '../../contract/settings.ts';
import { allowedCountries } from '../core/rules/sends/destination.ts';
import { isRecoveryMethod, mayRecoverWith, profileFieldsAtSignUp } from '../core/rules/policy.ts';
import type { Services } from './ports.ts';
import { readChannels } from './read-channels.ts';
import { settingsFor } from './settings-for.ts';

export async function readExperience(
	services: Pick<Services, 'settings' | 'store' | 'demo'>,
	applicationId: string | null
): Promise<PublicSettings> {
	const settings = await settingsFor(services, applicationId);
	return {
		...withoutEngine(settings),
		customProfileFields: profileFieldsAtSignUp(settings),
		customProfileFieldCatalog: settings.customProfileFields,
		allowedCountries: allowedCountries(settings, services.demo),
		forgotPassword: await readRecovery(services, settings),
		socialConnectors: [],
		ssoConnectors: [],
		isDevelopmentTenant: services.demo
	};
}

/** Connectors are not looked at where no password could be forgotten. */
async function readRecovery({ store }: Pick<Services, 'store'>, settings: Settings) {
	const isWanted = isRecoveryMethod('phone', settings) || isRecoveryMethod('email', settings);
	const channels = isWanted ? await readChannels(store) : { sms: false, email: false };
	return {
		phone: mayRecoverWith('phone', settings, channels),
		email: mayRecoverWith('email', settings, channels)
	};
}

function withoutEngine(settings: Settings): Omit<Settings, (typeof engineOnly)[number]> {
	const hidden: readonly string[] = engineOnly;
	return Object.fromEntries(Object.entries(settings).filter(([name]) => !hidden.includes(name))) as Omit<
		Settings,
		(typeof engineOnly)[number]
	>;
}
