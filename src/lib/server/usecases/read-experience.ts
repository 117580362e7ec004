// GET /api/.well-known/sign-in-exp: the settings as pages and other clients may see them.
import { engineOnly, type PublicSettings, type Settings } from '../../contract/settings.ts';
import type { Services } from './ports.ts';

export async function readExperience(services: Services): Promise<PublicSettings> {
	const visible = Object.fromEntries(
		Object.entries(await services.settings()).filter(([name]) => !isEngineOnly(name))
	) as Omit<Settings, (typeof engineOnly)[number]>;
	return {
		...visible,
		// Recovery needs passwords, which are not offered yet.
		forgotPassword: { phone: false, email: false },
		socialConnectors: [],
		ssoConnectors: [],
		isDevelopmentTenant: services.demo
	};
}

function isEngineOnly(name: string): boolean {
	return (engineOnly as readonly string[]).includes(name);
}
