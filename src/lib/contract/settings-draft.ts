// Ours: settings that are tried out before people meet them, and those that they met before.
import { z } from 'zod';
import { pageQuery } from './page.ts';
import { settingFlaws } from './setting-flaws.ts';
import { settings } from './settings.ts';

/** What would become of one setting. */
const difference = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });
export type Difference = z.infer<typeof difference>;

/** A rule that settings do not keep, and where: `field` is the path of a setting. */
export const settingsProblem = z.object({
	code: z.string(),
	message: z.string(),
	field: z.string(),
	detail: z.string(),
	/** Which rule it is, where the code does not tell. */
	flaw: z.enum(settingFlaws).optional(),
	/** In a style sheet, from 1. */
	line: z.number().optional(),
	column: z.number().optional()
});
export type SettingsProblem = z.infer<typeof settingsProblem>;

/** What is wrong with a draft. `blocks`: it cannot be published with it; others are in force already. */
const draftProblem = settingsProblem.extend({ blocks: z.boolean() });
export type DraftProblem = z.infer<typeof draftProblem>;

/** GET and PUT /api/sign-in-exp/draft. Without a draft `changes` is empty, and `updatedAt` null. */
export const settingsDraftAnswer = z.object({
	/** What would be in force. */
	settings,
	/** What the draft names; everything else follows what is in force. */
	changes: z.record(z.string(), z.unknown()),
	diff: z.array(difference),
	problems: z.array(draftProblem),
	applicationId: z.string().nullable(),
	/** The administrator who changed it last, in the console. */
	userId: z.string().nullable(),
	updatedAt: z.number().nullable()
});
export type SettingsDraftAnswer = z.infer<typeof settingsDraftAnswer>;

/** Which draft whoever asks has seen: its `updatedAt`, 0 for none. Without it, whatever there is. */
export const seenDraft = z.strictObject({ updatedAt: z.coerce.number().int().min(0).optional() });
export type SeenDraft = z.infer<typeof seenDraft>;

const version = {
	id: z.string(),
	kind: z.enum(['initial', 'change', 'publish', 'restore']),
	/** Names of the settings that it changed. */
	fields: z.array(z.string()),
	applicationId: z.string().nullable(),
	userId: z.string().nullable(),
	createdAt: z.number()
};
export const settingsVersionAnswer = z.object(version);
export type SettingsVersionAnswer = z.infer<typeof settingsVersionAnswer>;
/** GET /api/sign-in-exp/versions/:id: `diff` is what going back to it would change now. */
export const settingsVersionDetail = z.object({ ...version, settings, diff: z.array(difference) });
export type SettingsVersionDetail = z.infer<typeof settingsVersionDetail>;

export const settingsVersionQuery = z.strictObject(pageQuery.shape);
