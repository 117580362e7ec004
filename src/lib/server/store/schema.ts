// The tables as Kysely sees them: portable columns only (text, epoch milliseconds, JSON as text, 0/1).
import type { Generated, Kysely } from 'kysely';
import type { KeptFactorType } from '../core/factor.ts';
import type { ProofMethod } from '../../contract/account/verifications.ts';
import type { PasswordAlgorithm } from '../../contract/password-digest.ts';
import type { DeliveryError, DeliveryFailure, VerificationPurpose } from '../usecases/ports.ts';

export type Database = {
	interaction: {
		id: string;
		client_id: string;
		/** What our core knows: the Interaction without id, client, version and expiry. */
		state: string;
		/** The account that it has identified, which `state` names too. */
		user_id: string | null;
		/** What the provider keeps, as it gave it. */
		payload: string;
		/** What we answer the provider; laid over the payload when it reads. */
		result: string | null;
		version: number;
		expires_at: number;
		closed_at: number | null;
	};
	user: {
		id: string;
		name: string | null;
		avatar: string | null;
		profile: string;
		custom_data: string;
		is_suspended: number;
		application_id: string | null;
		last_sign_in_at: number | null;
		created_at: number;
		updated_at: number;
		password_digest: string | null;
		password_algorithm: PasswordAlgorithm | null;
		/** When it was set; where there is none, when it was taken away. */
		password_updated_at: number | null;
		is_password_expired: Generated<number>;
		/** JSON. */
		agreed_terms: string | null;
		/** JSON of FactorChoices. */
		factor_choices: string | null;
		/** Browsers that were not used since are forgotten. */
		devices_forgotten_at: Generated<number>;
		is_admin: Generated<number>;
	};
	factor: {
		id: string;
		user_id: string;
		type: KeptFactorType;
		name: string | null;
		sealed_secret: string | null;
		last_step: number | null;
		credential_id: string | null;
		/** JSON of a PasskeyCredential without its id and counter. */
		credential: string | null;
		counter: number | null;
		created_at: number;
		last_used_at: number | null;
	};
	device: {
		id: string;
		user_id: string;
		/** A keyed hash of what the browser holds, and of what it held before. */
		digest: string;
		previous_digest: string | null;
		user_agent: string;
		created_at: number;
		last_used_at: number;
		trusted_at: number | null;
		trusted_until: number | null;
	};
	backup_code: { factor_id: string; digest: string; consumed_at: number | null };
	account_verification: {
		id: string;
		user_id: string;
		purpose: VerificationPurpose;
		type: ProofMethod;
		identifier: string | null;
		factor_id: string | null;
		challenge: string | null;
		/** JSON, by `purpose`: see account-rows.ts. */
		data: string | null;
		verified_at: number | null;
		created_at: number;
		expires_at: number;
	};
	identifier: { user_id: string; type: 'username' | 'email' | 'phone'; value: string; is_unproven: Generated<number> };
	secret: {
		id: string;
		interaction_id: string;
		purpose: string;
		digest: string;
		attempts: number;
		max_attempts: number;
		created_at: number;
		expires_at: number;
		consumed_at: number | null;
	};
	one_time_token: {
		id: string;
		/** A keyed hash of the token. */
		digest: string;
		email: string;
		interaction_event: 'SignIn' | 'Register' | 'ForgotPassword' | null;
		created_at: number;
		expires_at: number;
		consumed_at: number | null;
		revoked_at: number | null;
	};
	outbox: {
		/** The verification's. */
		id: string;
		carries: 'sms' | 'email';
		state: 'accepted' | 'refused' | 'unknown';
		connector_id: string | null;
		vendor_id: string | null;
		reason: DeliveryFailure | null;
		detail: string | null;
		retry_at: number | null;
		created_at: number;
		settled_at: number;
		receipt: 'arrived' | 'failed' | null;
		receipt_code: string | null;
		receipt_at: number | null;
	};
	lockout: { key: string; failures: number; locked_until: number; expires_at: number };
	send_counter: {
		key: string;
		/** Takings and what was given back, as `core/rules/sends/tally.ts` reads them. */
		stamps: string;
		slice: number;
		current: number;
		previous: number;
		converted: number;
		converted_before: number;
		blocked_until: number;
		expires_at: number;
	};
	oidc_record: {
		model: string;
		/** SHA-256 of the provider's id: for tokens that id is the token itself. */
		id: string;
		payload: string;
		grant_id: string | null;
		uid: string | null;
		user_code: string | null;
		account_id: string | null;
		consumed_at: number | null;
		expires_at: number | null;
	};
	signing_key: { id: string; status: 'next' | 'current' | 'previous'; jwk: string; created_at: number };
	setting: { key: string; value: string };
	asset: {
		id: string;
		type: 'image/png' | 'image/webp';
		bytes: string;
		width: number;
		height: number;
		created_at: number;
	};
	picture: { user_id: string; id: string; type: 'image/png' | 'image/webp'; bytes: string; created_at: number };
	hook: {
		id: string;
		name: string;
		events: string;
		config: string;
		signing_key: string;
		enabled: number;
		created_at: number;
	};
	hook_delivery: {
		id: string;
		hook_id: string;
		event: string;
		body: string;
		status: 'pending' | 'delivered' | 'failed';
		attempts: number;
		next_at: number;
		response_status: number | null;
		error: DeliveryError | null;
		created_at: number;
	};
	custom_phrase: { language_tag: string; translation: string };
	settings_version: {
		id: string;
		kind: 'initial' | 'change' | 'publish' | 'restore';
		fields: string;
		value: string;
		application_id: string | null;
		user_id: string | null;
		created_at: number;
	};
	settings_draft: {
		id: 'default';
		changes: string;
		application_id: string | null;
		user_id: string | null;
		updated_at: number;
	};
	application: {
		id: string;
		name: string;
		description: string | null;
		type: 'Native' | 'SPA' | 'Traditional' | 'MachineToMachine';
		/** Of the release before, which still reads it while this one starts beside it. */
		secret: Generated<string | null>;
		redirect_uris: string;
		post_logout_redirect_uris: string;
		custom_client_metadata: string;
		is_third_party: number;
		third_party: string | null;
		experience: string | null;
		may_manage: Generated<number>;
		custom_data: Generated<string>;
		created_at: number;
	};
	application_secret: {
		application_id: string;
		name: string;
		value: string;
		created_at: number;
		expires_at: number | null;
	};
	connector: {
		id: string;
		connector_id: string;
		carries: 'sms' | 'email';
		config: string;
		enabled: number;
		/** The lowest is tried first. */
		priority: Generated<number>;
		/** JSON of a CountryRule. */
		countries: string | null;
		created_at: number;
	};
	audit: {
		id: string;
		key: string;
		result: 'Success' | 'Error';
		error: string | null;
		interaction_id: string | null;
		application_id: string | null;
		user_id: string | null;
		/** The administrator who did it, where it was done for a person. */
		actor_id: string | null;
		/** JSON. */
		details: string | null;
		ip: string | null;
		user_agent: string | null;
		created_at: number;
	};
};

/** The database itself, or one transaction on it. */
export type Executor = Kysely<Database>;
