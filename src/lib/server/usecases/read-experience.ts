// GET /api/.well-known/sign-in-exp: the settings as pages and other clients may see them.
import type { PublicSettings } from '../../contract/settings.ts';
import type { Services } from './ports.ts';

export async function readExperience(services: Services): Promise<PublicSettings> {
	const { sendPolicy: _engineOnly, ...visible } = await services.settings();
	return {
		...visible,
		// Recovery needs passwords, which are not offered yet.
		forgotPassword: { phone: false, email: false },
		socialConnectors: [],
		ssoConnectors: [],
		isDevelopmentTenant: services.demo
	};
}
