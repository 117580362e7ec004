// GET /api/health-report: what whoever runs this would look for when something does not work.
import type { HealthAnswer } from '../../contract/health.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { AuditEntry, Services, Settings } from './ports.ts';
import { reviewSettings } from './review-settings.ts';
import { showFlaw, type SayProblem } from './settings-draft/show.ts';

const dayMs = 86_400_000;
const events = ['SignIn', 'Register', 'ForgotPassword'] as const;

type Needs = Pick<Services, 'store' | 'clock' | 'settings'>;

export async function reportHealth(services: Needs, say: SayProblem): Promise<Result<HealthAnswer>> {
	const { store } = services;
	const [answers, connectors, flaws, keys, hooks, phone, email, { sendPolicy }] = await Promise.all([
		store.ping(),
		store.connectors.list(),
		reviewSettings({ store }),
		store.keys.list(),
		store.hooks.enabled(),
		countCodes(services, 'Phone'),
		countCodes(services, 'Email'),
		services.settings()
	]);
	return ok({
		database: { answers },
		connectors: connectors.map(({ id, connectorId, carries, enabled }) => ({ id, connectorId, carries, enabled })),
		settings: flaws.map((flaw) => showFlaw(flaw, say)),
		delivery: { phone, email },
		quotas: quotasOf(sendPolicy),
		// Never the keys themselves.
		signingKeys: keys.map(({ id, status, createdAt }) => ({ id, status, createdAt })),
		webhooks: { enabled: hooks.length }
	});
}

function quotasOf(policy: Settings['sendPolicy']): HealthAnswer['quotas'] {
	const { perIdentifier, perIp, perPrefix, perCountry, perApplication, perInstallation } = policy;
	return { perIdentifier, perIp, perPrefix, perCountry, perApplication, perInstallation };
}

async function countCodes({ store, clock }: Needs, channel: 'Phone' | 'Email') {
	const from = clock.now() - dayMs;
	const count = async (step: 'Create' | 'Submit', result: AuditEntry['result']) => {
		const keys = events.map((event) => `Interaction.${event}.Verification.${channel}VerificationCode.${step}`);
		const counts = await Promise.all(keys.map((key) => store.audit.count({ key, result, from })));
		return counts.reduce((sum, one) => sum + one, 0);
	};
	const [sent, notSent, confirmed, wrong] = await Promise.all([
		count('Create', 'Success'),
		count('Create', 'Error'),
		count('Submit', 'Success'),
		count('Submit', 'Error')
	]);
	return { sent, notSent, confirmed, wrong };
}
