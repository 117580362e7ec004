// How often codes are sent: rolling windows per recipient, network, prefix, country, application and installation.
import { z } from 'zod';
import { isCountryCode, mustBeCountry } from '../country-code.ts';

const limits = z.array(z.strictObject({ count: z.int().min(1), seconds: z.int().min(1).max(2_592_000) })).max(5);
const day = 86_400;

export const sendPolicy = z.strictObject({
	/** One recipient. Aliyun's own limits for a number and a signature are these. */
	perIdentifier: limits.default([
		{ count: 1, seconds: 60 },
		{ count: 5, seconds: 3600 },
		{ count: 10, seconds: day }
	]),
	/** One client address (IPv6: one /64). Many people can share one. */
	perIp: limits.default([{ count: 100, seconds: 3600 }]),
	/** A phone number without its last four digits: ten thousand numbers that lie side by side. */
	perPrefix: limits.default([{ count: 10, seconds: 600 }]),
	perCountry: limits.default([{ count: 5_000, seconds: day }]),
	perApplication: limits.default([{ count: 10_000, seconds: day }]),
	perInstallation: limits.default([{ count: 10_000, seconds: day }]),
	/** The share of all these, from the country on, that is kept for people who have an account. In a full prefix they share it. */
	reserve: z.number().min(0).max(0.9).default(0.3),
	/** Codes entered ÷ codes sent, per prefix and per country. Below `share`: proof of work, then a pause. */
	breaker: z
		.strictObject({
			seconds: z.int().min(60).max(day).default(3600),
			minimum: z.int().min(1).default(20),
			pauseFrom: z.int().min(1).default(25),
			share: z.number().min(0).max(1).default(0.5)
		})
		.prefault({}),
	/** In any currency: what a message costs, by country, and what may be spent in 24 hours. */
	cost: z
		.strictObject({
			perMessage: z
				.record(
					z.string().refine((code) => code === 'default' || isCountryCode(code), `${mustBeCountry}, or default`),
					z.number().min(0).max(1000)
				)
				.default({ default: 0.5, CN: 0.05 }),
			perDay: z.number().min(0.01).max(10_000_000).default(500)
		})
		.prefault({})
});
export type SendPolicy = z.infer<typeof sendPolicy>;
