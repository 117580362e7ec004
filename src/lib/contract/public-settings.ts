// GET /api/.well-known/sign-in-exp: the settings that pages may know, and what they need besides.
import { z } from 'zod';
import { engineOnly, settings } from './settings.ts';
import { profileField } from './settings/profile-fields.ts';

const hidden: readonly string[] = engineOnly;
const visible = Object.fromEntries(Object.entries(settings.shape).filter(([name]) => !hidden.includes(name)));

export const publicSettings = z.object({
	...visible,
	customProfileFieldCatalog: z.array(profileField),
	forgotPassword: z.object({ phone: z.boolean(), email: z.boolean() }),
	socialConnectors: z.array(z.unknown()),
	ssoConnectors: z.array(z.unknown()),
	isDevelopmentTenant: z.boolean()
});
