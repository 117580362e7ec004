// Ours: how the installation is doing, for whoever runs it.
import { z } from 'zod';
import { settingsProblem } from './settings-draft.ts';

const funnel = z.object({
	/** Codes that were asked for and handed to a connector. */
	sent: z.number(),
	/** Those that were refused or could not be sent. */
	notSent: z.number(),
	/** Codes that came back right, and wrong. */
	confirmed: z.number(),
	wrong: z.number()
});

const limits = z.array(z.object({ count: z.number(), seconds: z.number() }));

const uses = z.array(z.object({ count: z.number(), seconds: z.number(), used: z.number(), of: z.string() }));

export const healthAnswer = z.object({
	database: z.object({ answers: z.boolean() }),
	/** What carries messages now, in the order in which it is tried. */
	connectors: z.array(
		z.object({
			id: z.string(),
			connectorId: z.string(),
			carries: z.enum(['sms', 'email']),
			enabled: z.boolean(),
			/** Of the codes of the last 24 hours of which it had the last word. */
			accepted: z.number(),
			failed: z.number(),
			/** Why they failed, the commonest first. */
			reasons: z.array(z.string()),
			/** Whole seconds for which this process tries others instead, after failures in a row. */
			pausedFor: z.number().nullable()
		})
	),
	/** What the settings in force promise and cannot keep. */
	settings: z.array(settingsProblem),
	/** Of the last 24 hours. */
	delivery: z.object({ phone: funnel, email: funnel }),
	/** How often a code may be sent: to one person, from one address, and to or from many together. */
	quotas: z.object({
		perIdentifier: limits,
		perIp: limits,
		perPrefix: limits,
		perCountry: limits,
		perApplication: limits,
		perInstallation: limits
	}),
	/** How much of those is used, by whoever has used most: `of` is a country or an application. One for each limit. */
	used: z.object({ perCountry: uses, perApplication: uses, perInstallation: uses }),
	signingKeys: z.array(
		z.object({ id: z.string(), status: z.enum(['next', 'current', 'previous']), createdAt: z.number() })
	),
	webhooks: z.object({ enabled: z.number() })
});
export type HealthAnswer = z.infer<typeof healthAnswer>;
