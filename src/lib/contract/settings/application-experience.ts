// What pages show differently for one application; everything else is as for all.
import { z } from 'zod';
import { branding, color, webLink } from './branding.ts';

export const applicationExperience = z.strictObject({
	/** What the application is called beside its logo. */
	displayName: z.string().min(1).max(128).optional(),
	color: color.optional(),
	branding: branding.omit({ name: true }).optional(),
	termsOfUseUrl: webLink.optional(),
	privacyPolicyUrl: webLink.optional()
});
export type ApplicationExperience = z.infer<typeof applicationExperience>;
