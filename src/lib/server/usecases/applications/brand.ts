// Gives an application a look of its own, or takes it away.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { defaultSettings } from '../../../contract/settings.ts';
import { applicationExperience } from '../../../contract/settings/application-experience.ts';
import { notOfferedRules } from '../../core/rules/settings/not-offered.ts';
import { findFlaws } from '../../core/rules/settings/rule.ts';
import type { Application, StoreScope } from '../ports.ts';
import { unknownApplication } from './unknown.ts';

/** The whole look, not a change of it; `null` for none. */
export async function brandApplication(
	{ store }: { store: Pick<StoreScope, 'applications'> },
	id: string,
	look: unknown
): Promise<Result<Application>> {
	const branded = await store.applications.change(id, (application) => brand(application, look));
	return branded ?? unknownApplication(id);
}

function brand(application: Application, look: unknown): Result<Application> {
	if (application.isThirdParty && look !== null) {
		const detail = 'only your own applications have a look: people must see who asks for their code';
		return refuse('request.feature_not_supported', { data: { field: 'application', detail } });
	}
	const parsed = applicationExperience.safeParse(look ?? {});
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return refuse('guard.invalid_input', { data: { field: issue?.path.join('.') || 'look', detail: issue?.message } });
	}
	const { branding = {} } = parsed.data;
	const facts = { channels: { sms: true, email: true }, changed: new Set<string>() };
	const [flaw] = findFlaws(notOfferedRules, { ...defaultSettings, branding }, facts);
	if (flaw) return { ok: false, problem: flaw };

	return ok({ ...application, experience: look === null ? undefined : parsed.data });
}
