// How an account is read: its row together with the identifiers that it holds.
import type { Selectable } from 'kysely';
import type { PasswordDigest } from '../../contract/password-digest.ts';
import type { FactorChoices } from '../core/factor.ts';
import type { AgreedTerms } from '../core/user.ts';
import type { User } from '../usecases/ports.ts';
import type { Database, Executor } from './schema.ts';

export type UserRow = Selectable<Database['user']> & {
	username: string | null;
	primary_email: string | null;
	primary_phone: string | null;
	is_email_unproven: number | null;
	is_phone_unproven: number | null;
};

export function selectUsers(db: Executor) {
	return db
		.selectFrom('user')
		.leftJoin('identifier as username', (join) =>
			join.onRef('username.user_id', '=', 'user.id').on('username.type', '=', 'username')
		)
		.leftJoin('identifier as email', (join) =>
			join.onRef('email.user_id', '=', 'user.id').on('email.type', '=', 'email')
		)
		.leftJoin('identifier as phone', (join) =>
			join.onRef('phone.user_id', '=', 'user.id').on('phone.type', '=', 'phone')
		)
		.selectAll('user')
		.select([
			'username.value as username',
			'email.value as primary_email',
			'phone.value as primary_phone',
			'email.is_unproven as is_email_unproven',
			'phone.is_unproven as is_phone_unproven'
		]);
}

export function toUser(row: UserRow): User {
	return {
		id: row.id,
		username: row.username ?? undefined,
		primaryEmail: row.primary_email ?? undefined,
		primaryPhone: row.primary_phone ?? undefined,
		name: row.name ?? undefined,
		avatar: row.avatar ?? undefined,
		profile: JSON.parse(row.profile) as Record<string, unknown>,
		customData: JSON.parse(row.custom_data) as Record<string, unknown>,
		unproven: unprovenOf(row),
		isSuspended: row.is_suspended === 1,
		isAdmin: row.is_admin === 1 || undefined,
		password:
			row.password_digest === null
				? undefined
				: { updatedAt: row.password_updated_at ?? row.created_at, isExpired: row.is_password_expired === 1 },
		passwordRemovedAt: row.password_digest === null ? (row.password_updated_at ?? undefined) : undefined,
		terms: row.agreed_terms ? (JSON.parse(row.agreed_terms) as AgreedTerms) : undefined,
		factorChoices: row.factor_choices === null ? undefined : (JSON.parse(row.factor_choices) as FactorChoices),
		applicationId: row.application_id ?? undefined,
		lastSignInAt: row.last_sign_in_at ?? undefined,
		createdAt: row.created_at,
		updatedAt: row.updated_at
	};
}

function unprovenOf(row: UserRow): User['unproven'] {
	const unproven = (['email', 'phone'] as const).filter((type) => row[`is_${type}_unproven`] === 1);
	return unproven.length > 0 ? unproven : undefined;
}

export function toDigest({
	password_algorithm: algorithm,
	password_digest: digest
}: UserRow): PasswordDigest | undefined {
	return algorithm && digest ? { algorithm, digest } : undefined;
}

/** The columns of a new password. Browsers that were trusted until then are so no more. */
export function passwordColumns({ algorithm, digest }: PasswordDigest, at: number) {
	return {
		password_digest: digest,
		password_algorithm: algorithm,
		password_updated_at: at,
		is_password_expired: 0,
		devices_forgotten_at: at
	};
}

/** The same of none: when it was taken away counts as a change. */
export function noPasswordColumns(at: number) {
	return {
		password_digest: null,
		password_algorithm: null,
		password_updated_at: at,
		is_password_expired: 0,
		devices_forgotten_at: at
	};
}
