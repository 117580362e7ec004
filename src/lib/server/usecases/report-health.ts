// GET /api/health-report: what whoever runs this would look for when something does not work.
import type { HealthAnswer } from '../../contract/health.ts';
import { ok, type Result } from '../../contract/result.ts';
import { fullestOf } from '../core/rules/sends/usage.ts';
import type { AuditEntry, OutboxSum, Services, Settings } from './ports.ts';
import { reviewSettings } from './review-settings.ts';
import { showFlaw, type SayProblem } from './settings-draft/show.ts';

const dayMs = 86_400_000;
const events = ['SignIn', 'Register', 'ForgotPassword'] as const;

type Needs = Pick<Services, 'store' | 'clock' | 'settings' | 'messenger'>;

export async function reportHealth(services: Needs, say: SayProblem): Promise<Result<HealthAnswer>> {
	const { store, clock, messenger } = services;
	const [answers, connectors, flaws, keys, hooks, phone, email, { sendPolicy }, outcomes] = await Promise.all([
		store.ping(),
		store.connectors.list(),
		reviewSettings({ store }),
		store.keys.list(),
		store.hooks.enabled(),
		countCodes(services, 'Phone'),
		countCodes(services, 'Email'),
		services.settings(),
		store.outbox.sum(clock.now() - dayMs)
	]);
	return ok({
		database: { answers },
		connectors: connectors.map(({ id, connectorId, carries, enabled }) => ({
			...{ id, connectorId, carries, enabled },
			...outcomeOf(outcomes.filter((sum) => sum.connectorId === id)),
			pausedFor: messenger.pausedFor(id) ?? null
		})),
		settings: flaws.map((flaw) => showFlaw(flaw, say)),
		delivery: { phone, email },
		quotas: quotasOf(sendPolicy),
		used: await usedOf(services, sendPolicy),
		// Never the keys themselves.
		signingKeys: keys.map(({ id, status, createdAt }) => ({ id, status, createdAt })),
		webhooks: { enabled: hooks.length }
	});
}

function quotasOf(policy: Settings['sendPolicy']): HealthAnswer['quotas'] {
	const { perIdentifier, perIp, perPrefix, perCountry, perApplication, perInstallation } = policy;
	return { perIdentifier, perIp, perPrefix, perCountry, perApplication, perInstallation };
}

async function usedOf({ store, clock }: Needs, policy: Settings['sendPolicy']): Promise<HealthAnswer['used']> {
	const use = async (beginning: string, limits: HealthAnswer['quotas']['perCountry']) =>
		fullestOf(await store.budgets.list(beginning), beginning, limits, clock.now());
	const [perCountry, perApplication, perInstallation] = await Promise.all([
		use('send:country:', policy.perCountry),
		use('send:application:', policy.perApplication),
		use('send:installation', policy.perInstallation)
	]);
	return { perCountry, perApplication, perInstallation };
}

function outcomeOf(sums: OutboxSum[]) {
	const total = (some: OutboxSum[]) => some.reduce((sum, { count }) => sum + count, 0);
	const failures = sums.filter(({ state }) => state !== 'accepted');
	const reasons = [...failures].sort((one, other) => other.count - one.count).flatMap(({ reason }) => reason ?? []);
	return {
		accepted: total(sums.filter(({ state }) => state === 'accepted')),
		failed: total(failures),
		reasons: [...new Set<string>(reasons)]
	};
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
