// What pages show differently for one application, in Logto's shape.
import type { ApplicationExperienceAnswer, ApplicationExperienceBody } from '../../../contract/applications.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Application, MachineCaller, Services } from '../ports.ts';
import { changeRecorded } from '../record-change.ts';
import { brandApplication } from './brand.ts';
import { unknownApplication } from './unknown.ts';

type Needs = Pick<Services, 'store' | 'clock'>;

export async function readApplicationExperience(
	{ store }: Pick<Services, 'store'>,
	id: string
): Promise<Result<ApplicationExperienceAnswer>> {
	const application = await store.applications.find(id);
	if (!application) return unknownApplication(id);
	return application.experience ? ok(show(application)) : refuse('entity.not_found', { data: { id } });
}

/** The whole look, not a change of it. With nothing in it the application looks like all others. */
export function writeApplicationExperience(
	services: Needs,
	caller: MachineCaller,
	id: string,
	body: ApplicationExperienceBody
): Promise<Result<ApplicationExperienceAnswer>> {
	return changeRecorded(services, caller, 'Management.Application.SignInExperience', async (store) => {
		const { color, customCss: _none, ...rest } = body;
		const given = { ...rest, ...(color && 'primaryColor' in color && { color }) };
		const look = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
		const branded = await brandApplication({ store }, id, Object.keys(look).length > 0 ? look : null);
		return branded.ok ? ok(show(branded.value)) : branded;
	});
}

function show({ id, experience = {} }: Application): ApplicationExperienceAnswer {
	const { displayName, color, branding, termsOfUseUrl, privacyPolicyUrl } = experience;
	return {
		tenantId: 'default',
		applicationId: id,
		displayName: displayName ?? null,
		color: color ?? {},
		branding: branding ?? {},
		termsOfUseUrl: termsOfUseUrl ?? null,
		privacyPolicyUrl: privacyPolicyUrl ?? null,
		customCss: null
	};
}
