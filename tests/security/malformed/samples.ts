// One acceptable body for every operation of the API that reads one, to be spoilt in every place.
const phone = { type: 'phone', value: '8613491234567' };
const email = { type: 'email', value: 'ada@example.com' };
const password = 'kwtrxfmq plain words';
/** What a browser's WebAuthn answers, of a key that nobody has. */
const passkey = {
	id: 'bWFkZS11cA',
	rawId: 'bWFkZS11cA',
	type: 'public-key',
	clientExtensionResults: {},
	response: { clientDataJSON: 'e30', authenticatorData: 'e30', attestationObject: 'e30', signature: 'e30' }
};

export const samples: Record<string, object> = {
	'PUT /api/experience': { interactionEvent: 'SignIn', captchaToken: 'none', keepVerifications: true },
	'PUT /api/experience/interaction-event': { interactionEvent: 'SignIn' },
	'POST /api/experience/identification': { verificationId: 'made-up' },
	'POST /api/experience/submit': { agreesToTerms: true },
	'POST /api/experience/profile': { type: 'extraProfile', values: { name: 'Ada' } },
	'PUT /api/experience/profile/password': { password },
	'PUT /api/experience/shared-computer': { shared: true },
	'POST /api/experience/verification/verification-code': {
		identifier: phone,
		interactionEvent: 'SignIn',
		masked: true
	},
	'POST /api/experience/verification/verification-code/verify': {
		identifier: phone,
		verificationId: 'made-up',
		code: '123456'
	},
	'POST /api/experience/verification/password': { identifier: { type: 'username', value: 'nobody_here' }, password },
	'POST /api/experience/verification/new-password-identity': {
		identifier: { type: 'username', value: 'nobody_here' },
		password
	},
	'POST /api/experience/verification/one-time-token/verify': { identifier: email, token: 'made-up' },
	'POST /api/users/{id}/mfa-verifications': { type: 'Totp', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' },
	'PATCH /api/users/{id}/logto-configs': { mfa: { enabled: true, skipped: false, skipMfaOnSignIn: false } },
	'POST /api/experience/profile/mfa': { type: 'Totp', verificationId: 'made-up' },
	'POST /api/experience/verification/totp/verify': { code: '123456', verificationId: 'made-up' },
	'POST /api/experience/verification/backup-code/verify': { code: 'made-up' },
	'POST /api/experience/verification/mfa-verification-code': { identifierType: 'phone' },
	'POST /api/experience/verification/mfa-verification-code/verify': {
		identifierType: 'phone',
		verificationId: 'made-up',
		code: '123456'
	},
	'POST /api/experience/verification/web-authn/registration/verify': { verificationId: 'made-up', payload: passkey },
	'POST /api/experience/verification/web-authn/authentication/verify': { verificationId: 'made-up', payload: passkey },
	'POST /api/experience/verification/sign-in-passkey/authentication/verify': { payload: passkey },
	'POST /api/interaction/consent': { organizationIds: [], version: 'made-up', deny: false },
	'PATCH /api/sign-in-exp': { branding: { name: 'Foyer' }, signUpProfileFields: [{ name: 'name' }] },
	'POST /api/sign-in-exp/default/check-password': { password, userId: 'nobody' },
	'POST /api/users': {
		name: 'Ada',
		profile: { givenName: 'Ada', address: { country: 'CN' } },
		customData: { plan: 1 }
	},
	'PATCH /api/users/{id}': { username: 'nobody_here', primaryEmail: email.value, name: 'Ada', customData: { plan: 1 } },
	'PATCH /api/users/{id}/password': { password },
	'POST /api/users/{id}/password/verify': { password },
	'PATCH /api/users/{id}/password/expiration': { isExpired: true },
	'PATCH /api/users/{id}/is-suspended': { isSuspended: false },
	'POST /api/sentinel-activities/delete': { targetType: 'User', targets: ['nobody_here'] },
	'POST /api/one-time-tokens': { email: email.value, expiresIn: 60, context: { interactionEvent: 'SignIn' } },
	'POST /api/one-time-tokens/verify': { email: email.value, token: 'made-up' },
	'PUT /api/one-time-tokens/{id}/status': { status: 'revoked' },
	'POST /api/receipts/aliyun/{id}': [{ biz_id: '402617584525830937^0', success: true, err_code: 'DELIVERED' }],
	'POST /api/applications': {
		name: 'Shop',
		type: 'Traditional',
		description: 'Books',
		oidcClientMetadata: { redirectUris: ['https://shop.example/callback'], postLogoutRedirectUris: [] },
		customClientMetadata: { idTokenTtl: 60 },
		customData: { plan: 1 }
	},
	'PATCH /api/applications/{id}': { name: 'Shop', customData: { plan: 1 } },
	'POST /api/applications/{id}/secrets': { name: 'Next', expiresAt: 1 },
	'PATCH /api/applications/{id}/secrets/{name}': { name: 'Next' },
	'PUT /api/applications/{id}/sign-in-experience': { displayName: 'Shop', branding: { logoUrl: '/logo.png' } },
	'POST /api/applications/{id}/user-consent-scopes': { userScopes: ['profile'] },
	// Refused as it is: a connector that works would take the sandbox's place.
	'POST /api/connectors': { connectorId: 'smtp', config: { host: 1 }, countries: { only: ['CN'] }, another: true },
	'PATCH /api/connectors/{id}': { config: { host: 1 }, enabled: true },
	'PUT /api/connectors/order': { ids: ['nobody'] },
	'POST /api/connectors/{id}/test': { phone: phone.value, config: { host: 1 }, locale: 'en' },
	'PUT /api/custom-phrases/{languageTag}': { send_code: 'Go' },
	'PATCH /api/custom-phrases/{languageTag}': { send_code: 'Go' },
	'POST /api/custom-profile-fields': { name: 'tea', type: 'Text', label: 'Tea', required: false },
	'PUT /api/custom-profile-fields/{name}': { name: 'tea', type: 'Text', label: 'Tea', required: false },
	'POST /api/custom-profile-fields/properties/sie-order': { order: [{ name: 'tea', sieOrder: 1 }] },
	'POST /api/hooks': {
		name: 'Shop',
		events: ['PostResetPassword'],
		config: { url: 'https://hook.example/', headers: { 'x-mine': '1' }, retries: 1 },
		enabled: false
	},
	'PATCH /api/hooks/{id}': { name: 'Shop', config: { url: 'https://hook.example/' } },
	'POST /api/hooks/{id}/test': { events: ['PostSignIn'], config: { url: 'https://hook.example/' } },
	'PUT /api/sign-in-exp/draft': { branding: { name: 'Foyer' }, signUpProfileFields: [{ name: 'name' }] },
	'PATCH /api/users/{id}/custom-data': { plan: 1 },
	'PATCH /api/users/{id}/profile': { givenName: 'Ada', address: { country: 'CN' } },
	'PATCH /api/account-center': { enabled: true, fields: { name: 'Edit' }, deleteAccountUrl: '', profileFields: null },
	'POST /api/verifications/password': { password },
	'POST /api/verifications/verification-code': { identifier: email, templateType: 'BindMfa' },
	'POST /api/verifications/verification-code/verify': { identifier: email, verificationId: 'made-up', code: '123456' },
	'POST /api/verifications/totp': { code: '123456' },
	'POST /api/verifications/backup-code': { code: 'made-up' },
	'POST /api/verifications/web-authn/authentication/verify': { verificationRecordId: 'made-up', payload: passkey },
	'POST /api/verifications/web-authn/registration/verify': { verificationRecordId: 'made-up', payload: passkey },
	'PATCH /api/my-account': { name: 'Ada', avatar: 'https://example.com/ada.png', customData: { plan: 1 } },
	'PATCH /api/my-account/profile': { givenName: 'Ada', address: { country: 'CN' } },
	'PATCH /api/my-account/extra-profile': { values: { nickname: 'Ada' } },
	'POST /api/my-account/password': { password: 'aaaa' },
	'POST /api/my-account/primary-email': { email: email.value, newIdentifierVerificationRecordId: 'made-up' },
	'POST /api/my-account/primary-phone': { phone: phone.value, newIdentifierVerificationRecordId: 'made-up' },
	'POST /api/my-account/mfa-verifications': { type: 'BackupCode', codes: ['made-up'] },
	'PUT /api/my-account/mfa-verifications/totp': { secret: 'A'.repeat(32), code: '123456' },
	'PATCH /api/my-account/mfa-verifications/{id}/name': { name: 'Phone' },
	'PATCH /api/my-account/mfa-settings': { skipMfaOnSignIn: false }
};
